-- Who acts is looked at when he acts: persons by their user entries in the portal, and the owners as last read.

-- The column "address" stays what a person is called here; this is the address that was verified last.
alter table person add column current_address varchar(320);
update person set current_address = address;
alter table person add constraint person_one_per_current_address unique (current_address);

-- User entries of publishers that belong to persons, whatever address an entry has later.
create table bound_user (
    id uuid not null primary key,
    publisher_key varchar(100) not null,
    user_id varchar(200) not null,
    person_id uuid not null references person (id),
    constraint bound_user_once unique (publisher_key, user_id)
);
create index bound_user_by_person on bound_user (person_id);

-- The owners of a case with their user entries, the former ones too, and when the portal was asked for them.
alter table migration add column portal_owners varchar(1000000);
alter table migration add column owners_read_at timestamp(6) with time zone;
update migration set owners_read_at = started_at;
