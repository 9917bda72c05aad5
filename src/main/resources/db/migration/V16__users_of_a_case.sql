-- The user entries of the old account as the case saw them last, and the version of it that was verified.
alter table migration add column known_users varchar(1000000);
alter table migration add column verified_version varchar(200);
update migration set verified_version = transferred_version where verified_at is not null;
