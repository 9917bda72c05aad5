-- How often an owner was told something is counted over all cases that the owner acts in.

create index migration_by_owner on migration (acting_owner);

-- Sessions that a sign-in server has ended: one of them, or without its name all of somebody's until then.

create table ended_sign_in (
    id uuid not null primary key,
    issuer varchar(500) not null,
    subject varchar(255),
    session_id varchar(255),
    ended_at timestamp(6) with time zone not null
);
create index ended_sign_in_by_session on ended_sign_in (session_id);
create index ended_sign_in_by_subject on ended_sign_in (subject);
create index ended_sign_in_by_time on ended_sign_in (ended_at);
