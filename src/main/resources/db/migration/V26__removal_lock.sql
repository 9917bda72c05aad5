-- Who decides whether removals are too many at all publishers together holds this row until the transaction ends.
create table removal_lock (
    id integer not null primary key
);
insert into removal_lock (id) values (1);
