-- Roll-ups: one row per unit of every level and local day. Rebuilt from held_talk for the days marked stale.
create table figure_day (
    city_id uuid not null,
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    parent_path text collate "C" not null,
    day date not null,
    talks int not null,
    attendances bigint not null,
    ratings int not null,
    stars bigint not null,
    primary key (path, day)
);
create index figure_day_parent on figure_day (parent_path, day);
call protect_by_path('figure_day');
grant select, insert, update, delete on figure_day to "${app}";

-- A unit's day whose figures changed since it was last rolled up.
create table figure_stale (
    id bigint generated always as identity primary key,
    city_id uuid not null,
    path text collate "C" not null,
    day date not null
);
call protect_by_path('figure_stale');
grant select, insert, delete on figure_stale to "${app}";
