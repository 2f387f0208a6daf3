create table plan (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    name text not null check (length(name) between 1 and 80),
    first_day date not null,
    last_day date not null,
    seconds int not null check (seconds between 1 and 3600),
    state text not null check (state in ('QUEUED', 'RUNNING', 'DRAFT', 'PUBLISHED', 'CANCELLED', 'FAILED', 'DISCARDED')),
    job_id uuid references job (id),
    problem_file uuid references stored_file (id), -- what the planner was given
    cost jsonb,                                    -- its cost term by term
    failure text not null default '',
    made_by uuid not null,
    made_at timestamptz not null,
    published_by uuid,
    published_at timestamptz,
    version int not null default 0,
    check (first_day <= last_day)
);
create index plan_path on plan (path, made_at desc);
call protect_by_path('plan');
grant select, insert, update on plan to "${app}";

create table plan_assignment (
    plan_id uuid not null references plan (id),
    request_id uuid not null references request (id),
    path text collate "C" not null, -- of the plan
    speaker_id uuid not null references speaker (id),
    starts_at timestamptz not null,
    by_hand boolean not null default false,
    primary key (plan_id, request_id)
);
create index plan_assignment_speaker on plan_assignment (plan_id, speaker_id);
call protect_by_path('plan_assignment');
grant select, insert, update, delete on plan_assignment to "${app}";

create table plan_unserved (
    plan_id uuid not null references plan (id),
    request_id uuid not null references request (id),
    path text collate "C" not null, -- of the plan
    funnel jsonb not null,
    blocked text not null,
    primary key (plan_id, request_id)
);
call protect_by_path('plan_unserved');
grant select, insert, update, delete on plan_unserved to "${app}";

alter table talk add constraint talk_plan foreign key (plan_id) references plan (id);
