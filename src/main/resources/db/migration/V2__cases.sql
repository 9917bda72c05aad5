-- The cases of publishers moving, their audit trails, and what belongs to them.

create table migration (
    id uuid not null primary key,
    version integer not null,
    publisher_id varchar(100) not null,
    publisher_key varchar(100) not null,
    -- The claim: the publisher's id in lower case while the case lives, null afterwards.
    live_key varchar(100),
    process_instance_id varchar(64) not null,
    state varchar(30) not null,
    step varchar(60) not null,
    since timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    language varchar(10) not null,
    acting_owner varchar(320) not null,
    owners varchar(100000) not null,
    work_email varchar(320) not null,
    work_email_proven boolean not null,
    tenant_id varchar(100),
    tenant_name varchar(500),
    address_finding varchar(20000),
    code_hash varchar(64),
    code_valid_until timestamp(6) with time zone,
    code_attempts integer,
    partner_id varchar(100),
    membership varchar(20) not null,
    partner_tenants varchar(20000) not null,
    membership_finding varchar(20000),
    account_id varchar(100),
    transferred_version varchar(200),
    transferred_areas varchar(200) not null,
    transferred_at timestamp(6) with time zone,
    verified_at timestamp(6) with time zone,
    given_up boolean not null,
    move_finding varchar(20000),
    users_left_behind varchar(1000000) not null,
    event_count integer not null,
    last_event_hash varchar(64) not null,
    constraint migration_one_living_case_per_publisher unique (live_key),
    constraint migration_one_case_per_instance unique (process_instance_id)
);
create index migration_by_publisher on migration (publisher_key, started_at);
create index migration_by_start on migration (started_at, id);
create index migration_by_state on migration (state, started_at, id);

create table migration_event (
    id uuid not null primary key,
    migration_id uuid not null references migration (id),
    position integer not null,
    type varchar(30) not null,
    subject varchar(200) not null,
    actor varchar(64) not null,
    happened_at timestamp(6) with time zone not null,
    hash varchar(64) not null,
    constraint migration_event_in_order unique (migration_id, position)
);

create table start_request (
    id uuid not null primary key,
    content_id uuid not null,
    publisher_id varchar(100) not null,
    asked_at timestamp(6) with time zone not null
);

-- Messages that wait for their delivery job.
create table mail (
    id uuid not null primary key,
    recipient varchar(320) not null,
    subject varchar(300) not null,
    text_body varchar(100000) not null,
    html_body varchar(100000) not null,
    created_at timestamp(6) with time zone not null
);

-- Publishers whose users are kept in step from Partner Center.
create table user_sync (
    publisher_key varchar(100) not null primary key,
    publisher_id varchar(100) not null,
    account_id varchar(100) not null,
    watermark timestamp(6) with time zone not null
);
