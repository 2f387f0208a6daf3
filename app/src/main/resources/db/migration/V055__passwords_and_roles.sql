-- Who works, who lets people in and who watches are three people (三员分立): one account never holds two of these roles.
alter table role_grant add constraint offices_apart
    exclude using gist (account_id with =, role with <>)
    where (revoked_at is null and role in ('OFFICER', 'AUDITOR', 'ADMINISTRATOR'));

alter table account add column password_changed_at timestamptz;
update account set password_changed_at = created_at;
alter table account alter column password_changed_at set not null;
alter table account alter column password_changed_at set default now();
create index account_name_trgm on account using gin (name gin_trgm_ops);
create index account_speaker on account (speaker_id) where speaker_id is not null;

create or replace view sign_in as
select id, login, name, password_hash, epoch, speaker_id, city_id, path, password_changed_at
from account where disabled_at is null;

-- A one-time link by which somebody sets his own password: a new account, a reset, a password that has expired.
create table password_link (
    token_hash bytea primary key,
    account_id uuid not null references account (id),
    made_at timestamptz not null,
    used_at timestamptz
);
create index password_link_account on password_link (account_id);
grant select, insert, update on password_link to "${app}";

-- Earlier passwords, so that the last ones are not taken again.
create table password_before (
    account_id uuid not null references account (id),
    path text collate "C" not null,
    password_hash text not null,
    replaced_at timestamptz not null
);
create index password_before_account on password_before (account_id, replaced_at desc);
call protect_by_path('password_before');
grant select, insert on password_before to "${app}";
