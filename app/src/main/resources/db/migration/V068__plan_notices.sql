-- What the publication of a plan told the people of each request, against what they had been told before. Written once,
-- with the publication, and read as its record.
create table plan_notice (
    plan_id uuid not null references plan (id),
    request_id uuid not null references request (id),
    path text collate "C" not null, -- of the plan
    change text not null check (change in ('NEW', 'AGAIN', 'MOVED', 'WAITS', 'WITHDRAWN')),
    speaker_before uuid references speaker (id),
    starts_before timestamptz,
    primary key (plan_id, request_id)
);
call protect_by_path('plan_notice');
grant select, insert on plan_notice to "${app}";
