create table request (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    venue_id uuid not null references venue (id),
    topic_id uuid not null references topic (id),
    segment text not null,
    form text,
    minutes int not null check (minutes between 5 and 480),
    expected int not null check (expected between 1 and 100000),
    priority int not null default 1 check (priority between 1 and 9),
    note text not null default '' check (length(note) <= 500),
    origin text not null check (origin in ('KEEPER', 'CITIZEN', 'OFFICER')),
    contact_name text not null default '' check (length(contact_name) <= 40),
    contact_sealed bytea,
    contact_tail text,
    state text not null check (state in ('ASKED', 'APPROVED', 'SENT_BACK', 'SCHEDULED', 'WITHDRAWN')),
    reason text not null default '' check (length(reason) <= 500),
    asked_by uuid,
    asked_at timestamptz not null,
    decided_by uuid,
    decided_at timestamptz
);
create index request_path_state on request (path, state, asked_at desc);
create index request_city_state on request (city_id, state);
call protect_by_path('request');
grant select, insert, update on request to "${app}";

-- The talk starts at some moment of one of these windows, both ends included.
create table request_window (
    request_id uuid not null references request (id),
    path text collate "C" not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    check (opens_at <= closes_at),
    primary key (request_id, opens_at)
);
create index request_window_path on request_window (path, opens_at);
call protect_by_path('request_window');
grant select, insert, delete on request_window to "${app}";

create table talk (
    id uuid primary key,
    city_id uuid not null references unit (id),
    unit_id uuid not null references unit (id),
    path text collate "C" not null,
    request_id uuid references request (id),
    plan_id uuid,
    topic_id uuid not null references topic (id),
    segment text not null,
    venue_id uuid not null references venue (id),
    shares_venue boolean not null default false,
    speaker_id uuid references speaker (id),
    starts_at timestamptz not null,
    ends_at timestamptz not null,
    during tstzrange generated always as (tstzrange(starts_at, ends_at)) stored,
    day date not null, -- the local day of the city in which it starts
    -- OFFERED: the speaker was asked · ACCEPTED · OPEN: declined, the officer must find a substitute ·
    -- HELD: the headcount is in · CANCELLED
    state text not null check (state in ('OFFERED', 'ACCEPTED', 'OPEN', 'HELD', 'CANCELLED')),
    reason text not null default '' check (length(reason) <= 500),
    -- the figure that counts at present; every report stands in headcount
    attendance int check (attendance between 0 and 100000),
    attendance_source text check (attendance_source in ('COUNTED', 'ESTIMATED', 'REGISTERED')),
    rating_code text not null unique,
    check (starts_at < ends_at),
    check ((state = 'OPEN') = (speaker_id is null) or state = 'CANCELLED'),
    check ((attendance is null) = (attendance_source is null)),
    constraint speaker_booked_once exclude using gist (city_id with =, speaker_id with =, during with &&)
        where (state in ('OFFERED', 'ACCEPTED', 'HELD')),
    constraint venue_booked_once exclude using gist (city_id with =, venue_id with =, during with &&)
        where (state in ('OFFERED', 'ACCEPTED', 'OPEN', 'HELD') and not shares_venue)
);
create unique index talk_request_live on talk (request_id) where state <> 'CANCELLED';
create index talk_path_day on talk (path, day desc, starts_at desc);
create index talk_city_day on talk (city_id, day desc, starts_at desc);
create index talk_speaker on talk (speaker_id, day desc);
create index talk_venue on talk (venue_id, day desc);
create index talk_open on talk (path, starts_at) where state in ('OFFERED', 'OPEN');
call protect_by_path('talk');
grant select, insert, update on talk to "${app}";

-- Who was asked to give a talk, and what was answered.
create table offer (
    id uuid primary key,
    city_id uuid not null,
    talk_id uuid not null references talk (id),
    path text collate "C" not null,
    speaker_id uuid not null references speaker (id),
    state text not null check (state in ('ASKED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    reason text not null default '' check (length(reason) <= 500),
    asked_at timestamptz not null,
    answered_at timestamptz
);
create unique index offer_open on offer (talk_id) where state in ('ASKED', 'ACCEPTED');
create index offer_talk on offer (talk_id);
create index offer_speaker on offer (speaker_id);
call protect_by_path('offer');
grant select, insert, update on offer to "${app}";

-- Every report of a headcount; a correction is a new row. The id is made by the phone, so a repeat counts once.
create table headcount (
    id uuid primary key,
    city_id uuid not null,
    talk_id uuid not null references talk (id),
    path text collate "C" not null,
    source text not null check (source in ('COUNTED', 'ESTIMATED', 'REGISTERED')),
    people int not null check (people between 0 and 100000),
    reason text not null default '' check (length(reason) <= 500),
    reported_by uuid,
    reported_at timestamptz not null
);
create index headcount_talk on headcount (talk_id, reported_at);
call protect_by_path('headcount');
grant select, insert on headcount to "${app}";

-- Anonymous: nothing in it says who rated.
create table feedback (
    id uuid primary key,
    city_id uuid not null,
    talk_id uuid not null references talk (id),
    path text collate "C" not null,
    giver text not null check (giver in ('AUDIENCE', 'HOST')),
    stars int not null check (stars between 1 and 5),
    comment text not null default '' check (length(comment) <= 500),
    at timestamptz not null
);
create index feedback_talk on feedback (talk_id);
call protect_by_path('feedback');
grant select, insert on feedback to "${app}";

-- The named views for needs across units. Each shows just the columns that the need has.

-- A host sees the speaker who comes, an officer the speaker of any talk below his unit.
create view visiting_speaker as
select t.id as talk_id, s.id as speaker_id, s.name, s.source, s.tier
from talk t join speaker s on s.id = t.speaker_id
where t.path >= nullif(current_setting('lectern.scope', true), '')
  and t.path < nullif(current_setting('lectern.scope', true), '') || '~';

-- A speaker sees the talks that are his, wherever they are.
create view speaker_task as
select t.id as talk_id, t.city_id, t.path, t.speaker_id, t.starts_at, t.ends_at, t.day, t.state, t.segment, t.attendance,
       t.attendance_source, p.name as topic, v.name as venue, v.address, v.lat, v.lon, u.name as unit,
       r.expected, r.note
from talk t
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id
left join request r on r.id = t.request_id
where t.speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid;

-- Anybody sees what is coming up.
create view public_talk as
select t.id, t.city_id, t.path, t.starts_at, t.ends_at, t.day, p.name as topic, v.name as venue, v.address, v.lat, v.lon,
       u.name as unit, s.name as speaker
from talk t
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id
join speaker s on s.id = t.speaker_id
where t.state = 'ACCEPTED';

-- Whoever holds the code on the wall may rate that one talk.
create view rated_talk as
select t.id, t.city_id, t.path, t.rating_code, t.starts_at, t.ends_at, t.day, t.state, p.name as topic, v.name as venue,
       u.name as unit
from talk t
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id
where t.state in ('ACCEPTED', 'HELD');
grant select on visiting_speaker, speaker_task, public_talk, rated_talk to "${app}";

-- What insight counts: talks that were held, with their current figures. The reader's scope applies.
create view held_talk with (security_invoker = true) as
select t.id, t.city_id, t.unit_id, t.path, t.day, t.attendance,
       coalesce(f.ratings, 0) as ratings, coalesce(f.stars, 0) as stars
from talk t
left join lateral (select count(*)::int as ratings, sum(stars)::int as stars from feedback
                   where talk_id = t.id and giver = 'AUDIENCE') f on true
where t.state = 'HELD';
grant select on held_talk to "${app}";
