create table topic (
    id uuid primary key,
    city_id uuid not null references unit (id),
    code text not null check (code ~ '^[a-z0-9_-]{1,40}$'),
    name text not null check (length(name) between 1 and 80),
    summary text not null default '' check (length(summary) <= 500),
    minutes int not null check (minutes between 5 and 480),
    retired_at timestamptz,
    unique (city_id, code)
);
call protect_by_city('topic');
grant select, insert, update on topic to "${app}";

create table speaker (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    name text not null check (length(name) between 1 and 40),
    birth_year int check (birth_year between 1900 and 2100),
    source text not null,
    tier int not null check (tier between 1 and 9), -- the rank of a TIER entry
    phone_sealed bytea,                             -- AES-GCM under the installation's key
    phone_tail text,                                -- the last four digits, for the masked form
    lat double precision,
    lon double precision,
    serves text[] not null default '{}',            -- unit levels: VILLAGE, TOWN …
    month_limit int not null default 8 check (month_limit between 1 and 60),
    retired_at timestamptz
);
create index speaker_path on speaker (path, name);
create index speaker_name_trgm on speaker using gin (name gin_trgm_ops);
call protect_by_path('speaker');
grant select, insert, update on speaker to "${app}";

create table speaker_topic (
    speaker_id uuid not null references speaker (id),
    topic_id uuid not null references topic (id),
    path text collate "C" not null,
    primary key (speaker_id, topic_id)
);
create index speaker_topic_topic on speaker_topic (topic_id);
call protect_by_path('speaker_topic');
grant select, insert, delete on speaker_topic to "${app}";

-- How well a speaker fits a segment, 0 to 100; a segment that is not listed counts as 100.
create table speaker_segment (
    speaker_id uuid not null references speaker (id),
    segment text not null,
    path text collate "C" not null,
    fit int not null check (fit between 0 and 100),
    primary key (speaker_id, segment)
);
call protect_by_path('speaker_segment');
grant select, insert, update, delete on speaker_segment to "${app}";

-- When a speaker can be sent out: leaves home at starts_at or later, is home again by ends_at.
create table availability (
    id uuid primary key,
    city_id uuid not null,
    speaker_id uuid not null references speaker (id),
    path text collate "C" not null,
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored,
    check (starts_at < ends_at),
    exclude using gist (speaker_id with =, during with &&)
);
create index availability_path on availability (path, starts_at);
call protect_by_path('availability');
grant select, insert, delete on availability to "${app}";

create table venue (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    name text not null check (length(name) between 1 and 80),
    kind text not null,
    address text not null default '' check (length(address) <= 200),
    lat double precision not null check (lat between -90 and 90),
    lon double precision not null check (lon between -180 and 180),
    capacity int not null check (capacity between 1 and 100000),
    shared boolean not null default false, -- several talks at a time are possible
    retired_at timestamptz
);
create index venue_path on venue (path, name);
create index venue_unit on venue (unit_id);
create index venue_name_trgm on venue using gin (name gin_trgm_ops);
call protect_by_path('venue');
grant select, insert, update on venue to "${app}";
