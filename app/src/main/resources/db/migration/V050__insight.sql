-- The cities whose roll-ups wait, whatever the scope: the roll-up asks for them before it binds a city's scope.
create view stale_city as
select c.id, c.path from city c where exists (select from figure_stale where city_id = c.id);
grant select on stale_city to "${app}";
create index figure_stale_city on figure_stale (city_id, id);

-- Units of the reader's scope with those that were retired: their past figures stay.
create view known_unit with (security_invoker = true) as
select id, city_id, parent_id, path, code, name, level, retired_at is not null as retired from unit;

-- A talk as a line in a list of what happened or will happen at a unit. The venue may belong to another unit, so the
-- view runs as its owner and looks at the scope itself.
create view talk_line as
select t.id, t.path, t.day, t.starts_at, t.ends_at, t.state, p.name as topic, v.name as venue, u.name as unit,
       t.attendance, t.attendance_source
from talk t
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id
where t.path >= nullif(current_setting('lectern.scope', true), '')
  and t.path < nullif(current_setting('lectern.scope', true), '') || '~';
grant select on known_unit, talk_line to "${app}";
