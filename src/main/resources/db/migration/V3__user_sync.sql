-- Keeping users in step: the publisher, its inbox, its users as Partner Center wants them, the last comparison.

alter table user_sync add column read_until timestamp(6) with time zone;
alter table user_sync add column reconcile_reason varchar(30) default 'FIRST';
alter table user_sync add column reconcile_requested_at timestamp(6) with time zone;
alter table user_sync add column reconcile_again_at timestamp(6) with time zone;
alter table user_sync add column reconciled_at timestamp(6) with time zone;
alter table user_sync add column role_map_version varchar(100);
alter table user_sync add column failures integer default 0 not null;
alter table user_sync add column failure_reason varchar(40);
alter table user_sync add column next_try_at timestamp(6) with time zone;
alter table user_sync add column quarantined_at timestamp(6) with time zone;
alter table user_sync add column quarantine_steps integer default 0 not null;
alter table user_sync add column turned_off boolean default false not null;
alter table user_sync add column told_reasons varchar(400) default '' not null;
alter table user_sync add column equal_to_partner_center boolean;
alter table user_sync add column compared_at timestamp(6) with time zone;
alter table user_sync add column partner_center_hash varchar(64);
alter table user_sync add column portal_hash varchar(64);

create sequence user_change_sequence start with 1 increment by 50;

create table user_change (
    id bigint not null primary key,
    publisher_key varchar(100) not null references user_sync (publisher_key),
    change_id varchar(300) not null,
    source varchar(20) not null,
    occurred_at timestamp(6) with time zone not null,
    received_at timestamp(6) with time zone not null,
    user_id varchar(400),
    user_principal_name varchar(400),
    display_name varchar(400),
    operation varchar(20) not null,
    operation_name varchar(100) not null,
    roles varchar(4000) not null,
    state varchar(20) not null,
    reason varchar(1000),
    attempts integer not null,
    next_try_at timestamp(6) with time zone not null,
    decided_at timestamp(6) with time zone,
    steps varchar(4000),
    approved boolean not null,
    constraint user_change_once unique (publisher_key, change_id)
);
create index user_change_by_state on user_change (publisher_key, state, next_try_at);
create index user_change_by_time on user_change (publisher_key, occurred_at);
create index user_change_by_decision on user_change (publisher_key, decided_at);
create index user_change_of_state on user_change (state, next_try_at);

create table user_link (
    publisher_key varchar(100) not null references user_sync (publisher_key),
    user_id varchar(410) not null,
    portal_user_id varchar(400),
    user_principal_name varchar(400),
    display_name varchar(400),
    role varchar(20),
    unknown_roles varchar(4000) not null,
    changed_at timestamp(6) with time zone not null,
    changed_by bigint not null,
    disabled_at timestamp(6) with time zone,
    no_counterpart varchar(30),
    kept_because varchar(1000),
    primary key (publisher_key, user_id)
);

create table user_sync_report (
    publisher_key varchar(100) not null primary key references user_sync (publisher_key),
    compared_at timestamp(6) with time zone not null,
    drifts varchar(10000000) not null
);

-- Who may run a scheduled task now, of several nodes.
create table shedlock (
    name varchar(64) not null primary key,
    lock_until timestamp(3) not null,
    locked_at timestamp(3) not null,
    locked_by varchar(255) not null
);
