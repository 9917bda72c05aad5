-- Of the end of the trail, with a key that is not in the database.
alter table migration add column trail_seal varchar(64);
