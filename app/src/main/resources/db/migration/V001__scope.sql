-- How rows are kept apart. Every row that belongs to a unit carries the unit's path ("3308/330881/330881207/",
-- always with the slash at the end). A transaction sees the rows below lectern.scope and nothing when it is not set.
create extension if not exists btree_gist;
create extension if not exists pg_trgm;

-- Locks a table to the transaction's scope. The owner keeps its sight: migrations and the named views run as the owner.
create procedure protect_by_path(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy owner on %s to current_user using (true) with check (true)', guarded);
    execute format($policy$
        create policy scope on %s to "${app}"
        using (path >= nullif(current_setting('lectern.scope', true), '')
               and path < nullif(current_setting('lectern.scope', true), '') || '~')
        with check (path >= nullif(current_setting('lectern.scope', true), '')
               and path < nullif(current_setting('lectern.scope', true), '') || '~')
        $policy$, guarded);
end $$;

-- Reference data of a whole city (topics, dictionaries): everybody of the city reads it.
create procedure protect_by_city(guarded regclass) language plpgsql as $$
begin
    execute format('alter table %s enable row level security', guarded);
    execute format('alter table %s force row level security', guarded);
    execute format('create policy owner on %s to current_user using (true) with check (true)', guarded);
    execute format($policy$
        create policy city on %s to "${app}"
        using (city_id = nullif(current_setting('lectern.city', true), '')::uuid)
        with check (city_id = nullif(current_setting('lectern.city', true), '')::uuid)
        $policy$, guarded);
end $$;
