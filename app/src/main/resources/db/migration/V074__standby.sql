-- Speakers who keep a day free to step in, in one unit's area.
create table standby (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null, -- of the area
    day date not null,
    speaker_id uuid not null references speaker (id),
    state text not null check (state in ('ASKED', 'AGREED', 'DECLINED', 'WITHDRAWN')),
    asked_by uuid not null,
    asked_at timestamptz not null,
    answered_at timestamptz
);
create unique index standby_once on standby (speaker_id, day) where state in ('ASKED', 'AGREED');
create index standby_path on standby (path, day);
call protect_by_path('standby');
grant select, insert, update on standby to "${app}";

-- A speaker sees where he is asked to stand by, wherever that is.
create view speaker_standby as
select s.id, s.city_id, s.path, s.day, s.state, u.name as unit
from standby s join unit u on u.id = s.unit_id
where s.speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid;

-- How many days speakers of the scope stand by in a month, for whichever area.
create view standby_burden as
select b.speaker_id, b.day
from standby b join speaker s on s.id = b.speaker_id
where b.state in ('ASKED', 'AGREED')
  and s.path >= nullif(current_setting('lectern.scope', true), '')
  and s.path < nullif(current_setting('lectern.scope', true), '') || '~';

-- Who stands by for a talk of the scope, also when an officer above asked him.
create view standby_for_talk as
select b.speaker_id, b.path, b.day
from standby b
where b.state = 'AGREED'
  and (b.path >= nullif(current_setting('lectern.scope', true), '')
       and b.path < nullif(current_setting('lectern.scope', true), '') || '~'
       or starts_with(nullif(current_setting('lectern.scope', true), ''), b.path));
grant select on speaker_standby, standby_burden, standby_for_talk to "${app}";
