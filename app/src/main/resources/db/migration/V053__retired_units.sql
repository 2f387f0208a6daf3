-- A retired unit keeps its name where something still points to it; lists and searches leave it out.
create or replace view unit_name as
select id, city_id, parent_id, path, code, name, level, lat, lon, retired_at is not null as retired from unit;
