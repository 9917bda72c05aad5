-- When a case found that its account had moved already, as after a restore of the database.
alter table migration add column adopted_at timestamp(6) with time zone;
