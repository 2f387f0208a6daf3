-- Several substitutes are asked one after the other, each with a time limit.
alter table offer add answer_by timestamptz;

create table asking (
    id uuid primary key,
    city_id uuid not null references unit (id),
    talk_id uuid not null references talk (id),
    path text collate "C" not null,        -- of the talk
    scope_path text collate "C" not null,  -- of the officer in whose name it goes on
    minutes_each int not null check (minutes_each between 15 and 1440),
    -- DONE: somebody accepted · EXHAUSTED: nobody did · STOPPED: by the officer, or the talk went another way
    state text not null check (state in ('RUNNING', 'DONE', 'EXHAUSTED', 'STOPPED')),
    started_by uuid not null,
    started_at timestamptz not null,
    ended_at timestamptz
);
create unique index asking_running on asking (talk_id) where state = 'RUNNING';
create index asking_talk on asking (talk_id, started_at desc);
call protect_by_path('asking');
grant select, insert, update on asking to "${app}";

create table asking_step (
    asking_id uuid not null references asking (id),
    place int not null,
    path text collate "C" not null, -- of the talk
    speaker_id uuid not null references speaker (id),
    -- SKIPPED: no longer possible when his turn came
    state text not null check (state in ('WAITING', 'ASKED', 'ACCEPTED', 'DECLINED', 'EXPIRED', 'SKIPPED', 'STOPPED')),
    asked_at timestamptz,
    answer_by timestamptz,
    primary key (asking_id, place),
    unique (asking_id, speaker_id)
);
call protect_by_path('asking_step');
grant select, insert, update on asking_step to "${app}";

-- Which askings go on, for the job that leads them all: where to bind its scope, and nothing else.
create view running_asking as
select a.id, a.city_id, a.scope_path, c.zone from asking a join city c on c.id = a.city_id where a.state = 'RUNNING';
grant select on running_asking to "${app}";

-- A speaker sees until when his answer is awaited, and which offers of his are over.
create view speaker_offer as
select o.talk_id, o.state, o.answer_by, o.asked_at
from offer o
where o.speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid;
grant select on speaker_offer to "${app}";
