-- A speaker of the scope may be booked outside of it, by an officer above. Planning must respect when and where, and
-- learns nothing else of that talk.
create view talk_elsewhere as
select t.id, t.speaker_id, t.venue_id, v.lat, v.lon, t.starts_at, t.ends_at, t.during
from talk t
join speaker s on s.id = t.speaker_id
join venue v on v.id = t.venue_id
where t.state in ('OFFERED', 'ACCEPTED', 'HELD')
  and s.path >= nullif(current_setting('lectern.scope', true), '')
  and s.path < nullif(current_setting('lectern.scope', true), '') || '~'
  and not (t.path >= nullif(current_setting('lectern.scope', true), '')
           and t.path < nullif(current_setting('lectern.scope', true), '') || '~');
grant select on talk_elsewhere to "${app}";
