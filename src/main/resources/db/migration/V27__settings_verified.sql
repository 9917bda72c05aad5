-- The version of the old account whose settings were verified, and when, where its users were left to the next job.
alter table migration add column settings_verified_version varchar(200);
alter table migration add column settings_verified_at timestamp(6) with time zone;
