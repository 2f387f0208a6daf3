-- What insight reads of the modules below it to tell which village heard which topic, for whom, how long ago. The
-- reader's scope applies to all of these.
create view held_subject with (security_invoker = true) as
select city_id, path, day, topic_id, segment from talk where state = 'HELD';
create view coming_subject with (security_invoker = true) as
select city_id, path, day, ends_at, topic_id, segment from talk where state in ('OFFERED', 'ACCEPTED', 'OPEN');
create view waiting_subject with (security_invoker = true) as
select city_id, path, topic_id, segment, state from request where state in ('ASKED', 'APPROVED');
create view topic_name with (security_invoker = true) as
select id, city_id, name, minutes, retired_at is not null as retired from topic;
create view venue_at_unit with (security_invoker = true) as
select id, unit_id, path, name, capacity from venue where retired_at is null;
grant select on held_subject, coming_subject, waiting_subject, topic_name, venue_at_unit to "${app}";

-- The last day on which a unit itself heard a topic for a segment. Each talk stands in four rows: for its topic and
-- segment, for its topic (segment ''), for its segment (topic 0), and for whatever it was about (topic 0, segment '').
-- So however a page is narrowed, it reads one stretch of the index: the villages of its unit, once each.
create table last_talk (
    topic_id uuid not null,
    segment text not null,
    path text collate "C" not null,
    city_id uuid not null,
    last_day date not null,
    primary key (topic_id, segment, path)
);
create index last_talk_path on last_talk (path);
call protect_by_path('last_talk');
grant select, insert, update, delete on last_talk to "${app}";

-- The same, counted afresh from the talks.
create view last_talk_now with (security_invoker = true) as
select coalesce(topic_id, '00000000-0000-0000-0000-000000000000') as topic_id, coalesce(segment, '') as segment, path,
       city_id, max(day) as last_day
from held_subject
group by city_id, path, cube (topic_id, segment);
grant select on last_talk_now to "${app}";

insert into last_talk (topic_id, segment, path, city_id, last_day)
select topic_id, segment, path, city_id, last_day from last_talk_now;
