create table unit (
    id uuid primary key,
    city_id uuid not null references unit (id) deferrable initially deferred,
    parent_id uuid references unit (id) deferrable initially deferred,
    path text collate "C" not null unique check (path ~ '^([A-Za-z0-9_-]+/)+$'),
    code text not null,
    name text not null check (length(name) between 1 and 80),
    level text not null check (level in ('PROVINCE', 'CITY', 'COUNTY', 'TOWN', 'VILLAGE', 'INSTITUTION')),
    lat double precision check (lat between -90 and 90),
    lon double precision check (lon between -180 and 180),
    retired_at timestamptz,
    unique (city_id, code)
);
create index unit_parent on unit (parent_id);
create index unit_name_trgm on unit using gin (name gin_trgm_ops);
call protect_by_path('unit');
grant select, insert, update on unit to "${app}";

-- The outline of a unit as GeoJSON geometry (Polygon or MultiPolygon, WGS 84 longitude/latitude).
create table unit_boundary (
    unit_id uuid primary key references unit (id),
    path text collate "C" not null,
    geometry jsonb not null
);
create index unit_boundary_path on unit_boundary (path);
call protect_by_path('unit_boundary');
grant select, insert, update on unit_boundary to "${app}";

-- The settings of a city; its zone decides which day a talk belongs to.
create table city (
    id uuid primary key references unit (id) deferrable initially deferred,
    path text collate "C" not null,
    zone text not null default 'Asia/Shanghai'
);
grant select, insert, update on city to "${app}";

-- Names and places of units are public facts: breadcrumbs, the portal and the public request form read them here.
create view unit_name as
select id, city_id, parent_id, path, code, name, level, lat, lon from unit where retired_at is null;
grant select on unit_name to "${app}";

create table dictionary_entry (
    id uuid primary key,
    city_id uuid not null references unit (id),
    kind text not null check (kind in ('SOURCE', 'SEGMENT', 'FORM', 'VENUE_KIND', 'TIER')),
    code text not null check (code ~ '^[a-z0-9_-]{1,40}$'),
    name_zh text not null check (length(name_zh) between 1 and 40),
    name_en text not null check (length(name_en) between 1 and 60),
    rank int not null,
    retired_at timestamptz,
    unique (city_id, kind, code)
);
call protect_by_city('dictionary_entry');
grant select, insert, update on dictionary_entry to "${app}";

create table account (
    id uuid primary key,
    city_id uuid not null references unit (id),
    path text collate "C" not null,
    login text not null unique check (login = lower(login)),
    name text not null,
    password_hash text not null,
    speaker_id uuid,
    epoch int not null default 0, -- raised by log-out everywhere, a new password, disabling: older sessions end
    disabled_at timestamptz,
    created_at timestamptz not null
);
create index account_path on account (path);
call protect_by_path('account');
grant select, insert, update on account to "${app}";

create table role_grant (
    id uuid primary key,
    account_id uuid not null references account (id),
    role text not null check (role in ('OFFICER', 'KEEPER', 'SPEAKER', 'AUDITOR', 'ADMINISTRATOR')),
    unit_id uuid not null references unit (id),
    city_id uuid not null,
    path text collate "C" not null,
    granted_at timestamptz not null,
    revoked_at timestamptz
);
create index role_grant_account on role_grant (account_id);
create unique index role_grant_once on role_grant (account_id, role, unit_id) where revoked_at is null;
call protect_by_path('role_grant');
grant select, insert, update on role_grant to "${app}";

-- Log-in happens before there is a scope: these two views show what it needs and nothing else.
create view sign_in as
select id, login, name, password_hash, epoch, speaker_id from account where disabled_at is null;
create view sign_in_grant as
select g.id, g.account_id, g.role, g.unit_id, g.city_id, g.path, u.name as unit_name, u.level as unit_level
from role_grant g join unit u on u.id = g.unit_id where g.revoked_at is null;
grant select on sign_in, sign_in_grant to "${app}";

create table login_failure (
    login text not null,
    address text not null,
    failures int not null,
    last_at timestamptz not null,
    primary key (login, address)
);
grant select, insert, update, delete on login_failure to "${app}";

-- The one-time link of the first administrator.
create table setup_link (
    token_hash bytea primary key,
    made_at timestamptz not null,
    used_at timestamptz
);
grant select, insert, update on setup_link to "${app}";

create table api_token (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    name text not null,
    token_hash bytea not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
);
call protect_by_path('api_token');
grant select, insert, update on api_token to "${app}";
create view api_token_holder as
select token_hash, id, city_id, unit_id, path, name from api_token where revoked_at is null;
grant select on api_token_holder to "${app}";
