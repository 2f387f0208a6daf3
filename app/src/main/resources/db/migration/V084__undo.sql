-- The last change that somebody made in a list, so that he can take it back: what the rows were before, and what they
-- became. A row that is no longer what it became has been changed since, and stays.
create table last_edit (
    path text collate "C" not null, -- of the unit at which he acted
    actor_id uuid not null,
    id uuid not null,
    city_id uuid not null,
    list text not null,
    field text not null,
    about text not null, -- such as the topic that was added
    became text not null,
    rows uuid[] not null,
    were text[] not null,
    made_at timestamptz not null,
    primary key (path, actor_id),
    check (cardinality(rows) = cardinality(were))
);
call protect_by_path('last_edit');
grant select, insert, update, delete on last_edit to "${app}";
