-- 抢单: talks without a speaker that are open to claim.
create table claim_opening (
    id uuid primary key,
    city_id uuid not null references unit (id),
    talk_id uuid not null references talk (id),
    path text collate "C" not null, -- of the talk
    min_tier int not null default 1 check (min_tier between 1 and 9),
    median int not null check (median >= 0), -- talks of that month that the middle one of the possible speakers has
    opened_by uuid not null,
    opened_at timestamptz not null,
    all_from timestamptz not null,           -- before that only those with no more talks than the median
    closed_at timestamptz,
    closed_because text check (closed_because in ('TAKEN', 'CLOSED')),
    taken_by uuid references speaker (id),
    check ((closed_at is null) = (closed_because is null)),
    check (opened_at <= all_from)
);
create unique index claim_opening_open on claim_opening (talk_id) where closed_at is null;
create index claim_opening_talk on claim_opening (talk_id, opened_at desc);
create index claim_opening_city on claim_opening (city_id) where closed_at is null;
create index claim_opening_taken on claim_opening (taken_by, closed_at) where taken_by is not null;
call protect_by_path('claim_opening');
grant select, insert, update on claim_opening to "${app}";

-- What the speaker who is acting could claim: he speaks about it, goes there, has the tier and the time, can come from
-- home or from his other talks and get back, has not declined it, and is below his limit of the month. Wherever it is
-- in his city, with just these columns.
create view claimable_talk as
select t.id as talk_id, t.city_id, t.path, t.starts_at, t.ends_at, t.day, t.segment, p.name as topic, v.name as venue,
       v.address, v.lat, v.lon, u.name as unit, r.expected, o.opened_at,
       way_minutes(home.lat, home.lon, v.lat, v.lon) as way, mine.talks as own_talks,
       case when mine.talks <= o.median then o.opened_at else o.all_from end as mine_from
from speaker s
join unit base on base.id = s.unit_id
cross join lateral (select coalesce(s.lat, base.lat) as lat, coalesce(s.lon, base.lon) as lon) home
join claim_opening o on o.city_id = s.city_id and o.closed_at is null
join talk t on t.id = o.talk_id and t.state = 'OPEN'
join city c on c.id = t.city_id
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id
left join request r on r.id = t.request_id
cross join lateral (
    select count(*)::int as talks from talk own
    where own.speaker_id = s.id and own.state in ('OFFERED', 'ACCEPTED', 'HELD')
      and own.day >= date_trunc('month', t.day)::date
      and own.day < (date_trunc('month', t.day) + interval '1 month')::date) mine
where s.id = nullif(current_setting('lectern.speaker', true), '')::uuid
  and s.retired_at is null
  and home.lat is not null and home.lon is not null
  and s.tier >= o.min_tier
  and u.level = any (s.serves)
  and mine.talks < s.month_limit
  and exists (select from speaker_topic k where k.speaker_id = s.id and k.topic_id = t.topic_id)
  and not exists (select from offer f where f.talk_id = t.id and f.speaker_id = s.id and f.state = 'DECLINED')
  and not exists (select from absence a where a.speaker_id = s.id and a.ends_at > t.starts_at and a.during && t.during)
  and exists (
      select from availability a
      where a.speaker_id = s.id
        and a.starts_at <= t.starts_at - way_minutes(home.lat, home.lon, v.lat, v.lon) * interval '1 minute'
        and a.ends_at >= t.ends_at + way_minutes(home.lat, home.lon, v.lat, v.lon) * interval '1 minute')
  and not exists (
      select from talk own join venue w on w.id = own.venue_id
      where own.speaker_id = s.id and own.state in ('OFFERED', 'ACCEPTED', 'HELD')
        and own.day between t.day - 1 and t.day + 1
        and own.starts_at < t.ends_at + way_minutes(v.lat, v.lon, w.lat, w.lon) * interval '1 minute'
        and own.ends_at + way_minutes(v.lat, v.lon, w.lat, w.lon) * interval '1 minute' > t.starts_at);

-- How a talk that he could see before ended, so that whoever comes too late can be told.
create view claim_over as
select o.talk_id, o.closed_because, o.closed_at
from claim_opening o
join talk t on t.id = o.talk_id
join speaker_topic k on k.topic_id = t.topic_id
where k.speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid
  and o.city_id = nullif(current_setting('lectern.city', true), '')::uuid
  and o.closed_at is not null;

-- How many talks he has claimed that lie in a week, counted over the whole city.
create view own_claim as
select t.id as talk_id, t.day
from claim_opening o join talk t on t.id = o.talk_id and t.speaker_id = o.taken_by
where o.taken_by = nullif(current_setting('lectern.speaker', true), '')::uuid
  and t.state in ('ACCEPTED', 'HELD');
grant select on claimable_talk, claim_over, own_claim to "${app}";

-- For the median: how many talks of a month each speaker of the scope's city has who speaks about a topic. Numbers
-- without names.
create function talks_of_possible_speakers(wanted_topic uuid, wanted_level text, month_of date)
    returns setof int language sql stable security definer set search_path = public as $$
    select count(t.id)::int
    from speaker s
    join speaker_topic k on k.speaker_id = s.id and k.topic_id = wanted_topic
    left join talk t on t.speaker_id = s.id and t.state in ('OFFERED', 'ACCEPTED', 'HELD')
        and t.day >= date_trunc('month', month_of)::date
        and t.day < (date_trunc('month', month_of) + interval '1 month')::date
    where s.city_id = nullif(current_setting('lectern.city', true), '')::uuid and s.retired_at is null
      and wanted_level = any (s.serves)
    group by s.id
$$;
revoke execute on function talks_of_possible_speakers(uuid, text, date) from public;
grant execute on function talks_of_possible_speakers(uuid, text, date) to "${app}";
