-- A speaker is away, or a venue closed, for a while. No reason is asked of anybody; the note is the office's own.
create table absence (
    id uuid primary key,
    city_id uuid not null references unit (id),
    speaker_id uuid not null references speaker (id),
    path text collate "C" not null, -- of the speaker
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored,
    note text not null default '' check (length(note) <= 200),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_early_at timestamptz,
    check (starts_at <= ends_at)
);
create index absence_speaker on absence (speaker_id, ends_at);
create index absence_ends on absence (ends_at);
call protect_by_path('absence');
grant select, insert, update on absence to "${app}";

create table venue_closure (
    id uuid primary key,
    city_id uuid not null references unit (id),
    venue_id uuid not null references venue (id),
    path text collate "C" not null, -- of the venue
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored,
    note text not null default '' check (length(note) <= 200),
    recorded_by uuid not null,
    recorded_at timestamptz not null,
    ended_early_at timestamptz,
    check (starts_at <= ends_at)
);
create index venue_closure_venue on venue_closure (venue_id, ends_at);
create index venue_closure_ends on venue_closure (ends_at);
call protect_by_path('venue_closure');
grant select, insert, update on venue_closure to "${app}";

-- No code path books somebody who is away, or a venue that is closed. It looks past row-level security, as exclusion
-- constraints do, and fails like one. What was booked before stays as it is: that is what breaks.
create function refuse_absent_or_closed() returns trigger language plpgsql security definer set search_path = public as $$
begin
    if new.state in ('OFFERED', 'ACCEPTED')
       and (tg_op = 'INSERT' or old.speaker_id is distinct from new.speaker_id or old.starts_at <> new.starts_at
            or old.ends_at <> new.ends_at)
       and exists (select from absence where speaker_id = new.speaker_id and ends_at > new.starts_at
                                         and during && new.during) then
        raise exception 'speaker_absent' using errcode = '23P01', constraint = 'speaker_absent';
    end if;
    if (tg_op = 'INSERT' or old.venue_id <> new.venue_id or old.starts_at <> new.starts_at or old.ends_at <> new.ends_at)
       and exists (select from venue_closure where venue_id = new.venue_id and ends_at > new.starts_at
                                               and during && new.during) then
        raise exception 'venue_closed' using errcode = '23P01', constraint = 'venue_closed';
    end if;
    return new;
end $$;
-- An after trigger, because during is generated after the before triggers.
create trigger away after insert or update of speaker_id, venue_id, starts_at, ends_at, state on talk
    for each row when (new.state in ('OFFERED', 'ACCEPTED', 'OPEN')) execute function refuse_absent_or_closed();

-- The talks of the scope that cannot be as they are booked. The speaker may be of another unit: what is shown of his
-- absence is that it hits this talk, and its identifier.
create view broken_talk as
select t.id as talk_id, t.path, t.starts_at, 'SPEAKER' as cause, a.id as cause_id
from absence a join talk t on t.speaker_id = a.speaker_id and t.during && a.during
where t.state in ('OFFERED', 'ACCEPTED')
  and t.path >= nullif(current_setting('lectern.scope', true), '')
  and t.path < nullif(current_setting('lectern.scope', true), '') || '~'
union all
select t.id, t.path, t.starts_at, 'VENUE', c.id
from venue_closure c join talk t on t.venue_id = c.venue_id and t.during && c.during
where t.state in ('OFFERED', 'ACCEPTED', 'OPEN')
  and t.path >= nullif(current_setting('lectern.scope', true), '')
  and t.path < nullif(current_setting('lectern.scope', true), '') || '~';
grant select on broken_talk to "${app}";

-- Whole minutes of a way on the ground, as the planner counts it.
create function way_minutes(lat1 double precision, lon1 double precision, lat2 double precision, lon2 double precision)
    returns int language sql immutable parallel safe as $$
    select ceil(1.3 * 2 * 6371.0088 * asin(least(1, sqrt(sin(radians(lat2 - lat1) / 2) ^ 2
        + cos(radians(lat1)) * cos(radians(lat2)) * sin(radians(lon2 - lon1) / 2) ^ 2))) / 40 * 60)::int
$$;
