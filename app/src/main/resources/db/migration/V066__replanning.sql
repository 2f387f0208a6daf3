-- Planning a part of a draft again, the rest staying as it is.
create table plan_replan (
    id uuid primary key,
    plan_id uuid not null references plan (id),
    path text collate "C" not null,     -- of the plan
    requests uuid[] not null,           -- those that may change, pins excepted
    seconds int not null check (seconds between 1 and 60),
    version int not null,               -- of the plan that it began with
    state text not null check (state in ('QUEUED', 'RUNNING', 'DONE', 'NOTHING', 'FAILED')),
    failure text not null default '',   -- message key
    job_id uuid references job (id),
    step int,                           -- of plan_step, when it changed something
    cost_before bigint,
    cost_after bigint,
    made_by uuid not null,
    made_at timestamptz not null
);
create index plan_replan_latest on plan_replan (plan_id, made_at desc);
call protect_by_path('plan_replan');
grant select, insert, update on plan_replan to "${app}";
