-- That a speaker was asked again to answer. He sees it with the talk; how often, is nobody's figure.
create table reminder (
    id uuid primary key,
    city_id uuid not null,
    talk_id uuid not null references talk (id),
    path text collate "C" not null,
    speaker_id uuid not null references speaker (id),
    sent_by uuid not null,
    sent_at timestamptz not null
);
create index reminder_talk on reminder (talk_id, sent_at desc);
call protect_by_path('reminder');
grant select, insert on reminder to "${app}";

create view speaker_reminder as
select talk_id, max(sent_at) as sent_at from reminder
where speaker_id = nullif(current_setting('lectern.speaker', true), '')::uuid group by talk_id;
grant select on speaker_reminder to "${app}";
