-- A calendar that holds a talk must learn of each change: the revision only rises (RFC 5545, SEQUENCE).
alter table talk add column revision int not null default 0;
alter table talk add column changed_at timestamptz not null default now();

create function count_revision() returns trigger language plpgsql as $$
begin
    new.revision := old.revision + 1;
    new.changed_at := now();
    return new;
end $$;
create trigger revised before update on talk for each row
    when (old.starts_at is distinct from new.starts_at or old.ends_at is distinct from new.ends_at
          or old.venue_id is distinct from new.venue_id or old.state is distinct from new.state
          or old.speaker_id is distinct from new.speaker_id or old.topic_id is distinct from new.topic_id)
    execute function count_revision();
create index talk_plan on talk (plan_id, day) where plan_id is not null;

-- A talk as a calendar shows it. Two readers: the units' people see what lies in their scope, a speaker what is his.
create view calendar_talk with (security_invoker = true) as
select t.id, t.city_id, t.path, t.unit_id, t.venue_id, t.speaker_id, t.plan_id, t.topic_id, t.starts_at, t.ends_at, t.day,
       t.state, t.revision, t.changed_at, t.rating_code, p.name as topic, v.name as venue, v.address, v.lat, v.lon,
       u.name as unit, s.name as speaker
from talk t
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id
left join visiting_speaker s on s.talk_id = t.id;

-- A talk that was his and is no longer (he declined, or somebody else was asked) is cancelled for him; whose it is now,
-- is not his to know.
create view speaker_calendar_talk as
select t.id, t.city_id, t.path, t.unit_id, t.venue_id, own.speaker_id, t.plan_id, t.topic_id, t.starts_at, t.ends_at,
       t.day, case when t.speaker_id = own.speaker_id then t.state else 'CANCELLED' end as state,
       t.revision, t.changed_at, p.name as topic, v.name as venue, v.address, v.lat, v.lon, u.name as unit
from (select id as talk_id, speaker_id from talk
      where speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid
      union
      select talk_id, speaker_id from offer
      where speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid and state in ('DECLINED', 'WITHDRAWN')) own
join talk t on t.id = own.talk_id
join topic p on p.id = t.topic_id
join venue v on v.id = t.venue_id
join unit u on u.id = t.unit_id;
grant select on calendar_talk, speaker_calendar_talk to "${app}";

-- An address that a calendar program reads without logging in. Whoever knows it may read; only its hash is kept.
create table calendar_feed (
    id uuid primary key,
    city_id uuid not null references unit (id),
    path text collate "C" not null, -- what it may see
    account_id uuid not null references account (id),
    grant_id uuid not null references role_grant (id),
    kind text not null check (kind in ('SPEAKER', 'UNIT', 'VENUE', 'PLAN')),
    subject_id uuid not null,
    name text not null check (length(name) between 1 and 120),
    language text not null check (language in ('zh-CN', 'en')),
    token_hash bytea not null unique,
    created_at timestamptz not null,
    revoked_at timestamptz
);
create index calendar_feed_account on calendar_feed (account_id, created_at desc);
call protect_by_path('calendar_feed');
grant select, insert, update on calendar_feed to "${app}";

-- It dies with its maker's right: with the account, with the role.
create view calendar_feed_holder as
select f.token_hash, f.id, f.city_id, f.path, f.kind, f.subject_id, f.name, f.language, f.created_at, c.zone,
       case when f.kind = 'SPEAKER' then a.speaker_id end as speaker_id
from calendar_feed f
join account a on a.id = f.account_id and a.disabled_at is null
join role_grant g on g.id = f.grant_id and g.account_id = f.account_id and g.revoked_at is null
join city c on c.id = f.city_id
where f.revoked_at is null;
grant select on calendar_feed_holder to "${app}";
