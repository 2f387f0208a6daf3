-- What officers write to one another on a plan, or on one talk of it. Nothing is rewritten: whoever wrote a note may take
-- it back, and it stays known that there was one.
create table plan_note (
    id uuid primary key,
    city_id uuid not null references unit (id),
    plan_id uuid not null references plan (id),
    request_id uuid references request (id), -- the talk that it is about; null: the plan
    path text collate "C" not null,          -- of the plan
    text text not null check (length(text) between 1 and 500),
    written_by uuid not null,
    author text not null,
    written_at timestamptz not null,
    retracted_at timestamptz
);
create index plan_note_plan on plan_note (plan_id, written_at desc);
call protect_by_path('plan_note');
grant select, insert on plan_note to "${app}";
grant update (retracted_at) on plan_note to "${app}";
