-- When the feed of a publisher was last asked for and when it was last read, so that the one read longest ago comes next.
alter table user_sync add column feed_asked_at timestamp(6) with time zone;
alter table user_sync add column feed_read_at timestamp(6) with time zone;
create index user_sync_by_feed on user_sync (feed_asked_at, publisher_key);
create index user_sync_by_reading on user_sync (feed_read_at);
