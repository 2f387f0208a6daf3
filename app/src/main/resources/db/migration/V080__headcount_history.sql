-- Every report says who sent it, what it is to the figure that stood, and what the phone's clock claimed. Ours stands.
-- REPORT: the first, or one that agrees · CORRECTION: its sender saw the figure that he corrects · DIFFERS: its sender
-- did not know of the figure that stood, so that one goes on counting until somebody decides · DECISION: settles one.
alter table headcount
    add column kind text not null default 'REPORT' check (kind in ('REPORT', 'CORRECTION', 'DIFFERS', 'DECISION')),
    add column settles uuid references headcount (id),
    add column reporter text not null default '' check (length(reporter) <= 120),
    add column claimed_at timestamptz, -- when it was typed in, by the phone's clock
    add column clock_ahead bigint, -- by how many seconds the phone's clock was ahead when it sent
    add column waited bigint check (waited >= 0), -- seconds from typing to sending, as the phone measured them
    add check ((kind = 'DECISION') = (settles is not null));

update headcount h set reporter = left(a.name, 120) from account a where a.id = h.reported_by;
update headcount h set kind = 'CORRECTION'
where exists (select 1 from headcount e where e.talk_id = h.talk_id and (e.reported_at, e.id) < (h.reported_at, h.id));

-- Decided once; and what waits for a decision is few among many.
create unique index headcount_settles on headcount (settles) where settles is not null;
create index headcount_differs on headcount (path) where kind = 'DIFFERS';
