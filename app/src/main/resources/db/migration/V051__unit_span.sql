-- The first and last day with a talk, per unit: whether a village had a talk in a period is mostly answered by these
-- two, without looking at its days. Kept by triggers, so that whoever writes figure_day need not know of it.
create table unit_span (
    path text collate "C" primary key,
    first_day date not null,
    last_day date not null
);
call protect_by_path('unit_span');
grant select on unit_span to "${app}";

create function keep_unit_span() returns trigger language plpgsql security definer set search_path = public as $$
begin
    delete from unit_span s using (select distinct path from changed) c
    where s.path = c.path and not exists (select from figure_day f where f.path = c.path);
    insert into unit_span (path, first_day, last_day)
    select c.path, (select min(day) from figure_day f where f.path = c.path), (select max(day) from figure_day f where f.path = c.path)
    from (select distinct path from changed) c
    where exists (select from figure_day f where f.path = c.path)
    on conflict (path) do update set first_day = excluded.first_day, last_day = excluded.last_day;
    return null;
end $$;
create trigger span_grows after insert on figure_day referencing new table as changed
    for each statement execute function keep_unit_span();
create trigger span_shrinks after delete on figure_day referencing old table as changed
    for each statement execute function keep_unit_span();
insert into unit_span (path, first_day, last_day) select path, min(day), max(day) from figure_day group by path;
