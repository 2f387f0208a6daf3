-- A list with its filters under a name, for the account that saved it and nobody else.
create table saved_filter (
    id uuid primary key,
    city_id uuid not null,
    account_id uuid not null references account (id),
    path text collate "C" not null, -- of the account's unit when it was saved
    page text not null check (page ~ '^/[a-z/-]{1,60}$'),
    query text not null check (length(query) between 1 and 1000),
    name text not null check (length(name) between 1 and 40),
    saved_at timestamptz not null
);
create unique index saved_filter_name on saved_filter (account_id, page, lower(name));
call protect_by_path('saved_filter');
grant select, insert, update, delete on saved_filter to "${app}";
