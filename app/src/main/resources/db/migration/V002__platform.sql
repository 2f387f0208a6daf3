-- Sessions (table layout of Spring Session JDBC).
create table spring_session (
    primary_id char(36) not null primary key,
    session_id char(36) not null,
    creation_time bigint not null,
    last_access_time bigint not null,
    max_inactive_interval int not null,
    expiry_time bigint not null,
    principal_name varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);
create table spring_session_attributes (
    session_primary_id char(36) not null references spring_session (primary_id) on delete cascade,
    attribute_name varchar(200) not null,
    attribute_bytes bytea not null,
    primary key (session_primary_id, attribute_name)
);
grant select, insert, update, delete on spring_session, spring_session_attributes to "${app}";

-- Job queue (table layout of db-scheduler).
create table scheduled_tasks (
    task_name text not null,
    task_instance text not null,
    task_data bytea,
    execution_time timestamptz not null,
    picked boolean not null,
    picked_by text,
    last_success timestamptz,
    last_failure timestamptz,
    consecutive_failures int,
    last_heartbeat timestamptz,
    version bigint not null,
    priority smallint,
    state text,
    primary key (task_name, task_instance)
);
create index scheduled_tasks_execution_time on scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on scheduled_tasks (last_heartbeat);
create index scheduled_tasks_priority on scheduled_tasks (priority desc, execution_time asc);
grant select, insert, update, delete on scheduled_tasks to "${app}";

-- What people see of a job: its state and progress. The scope is that of whoever started it.
create table job (
    id uuid primary key,
    city_id uuid not null,
    path text collate "C" not null,
    kind text not null,
    subject_id uuid,
    state text not null default 'QUEUED' check (state in ('QUEUED', 'RUNNING', 'DONE', 'FAILED', 'CANCELLED')),
    done int not null default 0 check (done between 0 and 1000), -- thousandths
    detail jsonb not null default '{}',
    cancel_asked boolean not null default false,
    started_by uuid not null,
    created_at timestamptz not null,
    finished_at timestamptz
);
create index job_path on job (path, created_at desc);
call protect_by_path('job');
grant select, insert, update on job to "${app}";

create table stored_file (
    id uuid primary key,
    city_id uuid not null,
    path text collate "C" not null,
    name text not null,
    media_type text not null,
    bytes bigint not null,
    sha256 text not null,
    stored_by uuid,
    stored_at timestamptz not null
);
call protect_by_path('stored_file');
grant select, insert, delete on stored_file to "${app}";

-- Commands that a phone may send twice: the same key gets the same answer, with another body it is refused.
create table command (
    key uuid primary key,
    body_hash bytea not null,
    answer text not null,
    at timestamptz not null
);
create index command_at on command (at);
grant select, insert, update, delete on command to "${app}";

-- The audit: one chain per unit. The trigger numbers and chains each entry under a lock on the chain's head, so that
-- no code path can skip or reorder it; nobody but a superuser can change a row, and that breaks the chain.
create table audit_head (
    path text collate "C" primary key,
    seq bigint not null,
    hash bytea not null
);
create table audit_entry (
    path text collate "C" not null,
    seq bigint not null,
    at timestamptz not null,
    actor_id uuid,
    actor text not null,
    act text not null,
    subject_kind text not null,
    subject_id text not null,
    detail jsonb not null,
    previous bytea not null,
    hash bytea not null,
    primary key (path, seq)
);
create index audit_entry_at on audit_entry (path, at desc);
call protect_by_path('audit_entry');
grant select, insert on audit_entry to "${app}";

create function chain_audit() returns trigger language plpgsql security definer set search_path = public as $$
begin
    insert into audit_head (path, seq, hash) values (new.path, 0, ''::bytea) on conflict do nothing;
    select seq + 1, hash into new.seq, new.previous from audit_head where path = new.path for update;
    new.hash := sha256(convert_to(concat_ws(E'\x1f', new.path, new.seq,
        (extract(epoch from new.at) * 1000000)::bigint, coalesce(new.actor_id::text, ''), new.actor, new.act,
        new.subject_kind, new.subject_id, new.detail::text, encode(new.previous, 'hex')), 'UTF8'));
    update audit_head set seq = new.seq, hash = new.hash where path = new.path;
    return new;
end $$;
create trigger chain before insert on audit_entry for each row execute function chain_audit();

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the audit is append-only' using errcode = '42501';
end $$;
create trigger append_only before update or delete on audit_entry for each row execute function refuse_change();
create trigger never_emptied before truncate on audit_entry for each statement execute function refuse_change();
