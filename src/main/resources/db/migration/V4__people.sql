-- Who is who: people as the sign-in server knows them, each bound once to a user of Cloud Partner Portal.

create table person (
    id uuid not null primary key,
    version integer not null,
    issuer varchar(500) not null,
    subject varchar(255) not null,
    address varchar(320) not null,
    bound_at timestamp(6) with time zone not null,
    constraint person_once unique (issuer, subject),
    constraint person_one_per_address unique (address)
);
