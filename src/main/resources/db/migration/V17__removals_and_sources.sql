-- What a change did to somebody's access; removals are counted by it.
alter table user_change add column effect varchar(20);
update user_change set effect = 'REMOVED' where state = 'APPLIED' and reason like '%-> DISABLED';
create index user_change_by_effect on user_change (effect, decided_at);
create index user_change_by_effect_there on user_change (publisher_key, effect, decided_at);

-- The ids of each source are its own.
alter table user_change drop constraint user_change_once;
alter table user_change add constraint user_change_once unique (publisher_key, change_id, source);

-- The feed told it before and does not tell it any more.
alter table user_change add column left_out boolean default false not null;

-- When Partner Center's lists show the first and the last of what a comparison is wanted for.
alter table user_sync add column reconcile_when_shown_at timestamp(6) with time zone;
alter table user_sync add column reconcile_last_shown_at timestamp(6) with time zone;
