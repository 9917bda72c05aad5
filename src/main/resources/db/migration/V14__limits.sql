-- What people are sent and told only so often: one row for each time, for as long as it counts.
create table person_use (
    id uuid not null primary key,
    kind varchar(20) not null,
    subject varchar(64) not null,
    used_at timestamp(6) with time zone not null,
    counts_until timestamp(6) with time zone not null
);
create index person_use_by_subject on person_use (kind, subject, used_at);
create index person_use_by_end on person_use (counts_until);

-- Whoever counts holds one of these rows until the transaction ends; many, so that few wait for each other.
create table person_use_lock (
    id integer not null primary key
);
insert into person_use_lock (id)
    select a.n * 64 + b.n * 8 + c.n
    from (values (0), (1), (2), (3), (4), (5), (6), (7)) a(n),
         (values (0), (1), (2), (3), (4), (5), (6), (7)) b(n),
         (values (0), (1), (2), (3), (4), (5), (6), (7)) c(n);

-- Mails of the last day count on.
insert into person_use (id, kind, subject, used_at, counts_until)
    select id, 'MAIL', person, told_at, told_at + interval '1' day from told_person;
drop table told_person;

-- The mail that a case owes its acting owner, who had enough of them that day.
alter table migration add column mail_owed boolean default false not null;

-- Tries are counted for each case and address now; a directory is known by its id.
alter table migration drop column code_attempts;
alter table migration drop column tenant_name;
