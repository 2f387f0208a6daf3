-- Lists in their usual order come out of an index and stop at the end of the page, whatever the table's size.
create index talk_latest on talk (starts_at desc, id);
create index talk_due on talk (path, starts_at) where state = 'ACCEPTED';
create index talk_coming on talk (city_id, ends_at) where state = 'ACCEPTED';
create index request_latest on request (asked_at desc, id);
create index speaker_in_order on speaker (name collate "zh-x-icu", id) where retired_at is null;
create index venue_in_order on venue (name collate "zh-x-icu", id) where retired_at is null;
