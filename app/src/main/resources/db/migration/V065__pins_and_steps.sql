-- What stays as it is when a part of a draft is planned again.
alter table plan_assignment add pinned boolean not null default false;
update plan_assignment set pinned = true where by_hand;

-- The changes of a draft one after the other, each with how the talks stood before, so that the last can be taken back.
create table plan_step (
    plan_id uuid not null references plan (id),
    number int not null,
    path text collate "C" not null, -- of the plan
    kind text not null check (kind in ('ASSIGN', 'LEAVE_OUT', 'LEAVE_OUT_CLASHES', 'PIN', 'REPLAN')),
    before jsonb not null,          -- [{request, speaker, starts, by_hand, pinned, funnel, blocked}]
    made_by uuid not null,
    made_at timestamptz not null,
    primary key (plan_id, number)
);
call protect_by_path('plan_step');
grant select, insert, delete on plan_step to "${app}";
