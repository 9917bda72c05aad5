-- Campaigns: many accounts, moved in waves. Where an account has a case, the case alone tells how far it is.

create table campaign (
    id uuid not null primary key,
    version integer not null,
    content_id uuid not null,
    name varchar(200) not null,
    canary_size integer not null,
    wave_size integer not null,
    starts_per_minute integer not null,
    brake_failure_rate double precision not null,
    go_automatically boolean not null,
    state varchar(20) not null,
    current_wave integer not null,
    pause_cause varchar(30),
    pause_detail varchar(500),
    paused_by varchar(320),
    paused_at timestamp(6) with time zone,
    resumed_at timestamp(6) with time zone,
    created_by varchar(320) not null,
    created_at timestamp(6) with time zone not null,
    ended_at timestamp(6) with time zone,
    event_count integer not null
);
create index campaign_by_creation on campaign (created_at, id);

create table campaign_wave (
    id uuid not null primary key,
    version integer not null,
    campaign_id uuid not null references campaign (id),
    number integer not null,
    started_at timestamp(6) with time zone,
    completed_at timestamp(6) with time zone,
    constraint campaign_wave_once unique (campaign_id, number)
);

create table campaign_account (
    id uuid not null primary key,
    version integer not null,
    campaign_id uuid not null references campaign (id),
    publisher_key varchar(100) not null,
    publisher_id varchar(100) not null,
    position integer not null,
    -- Null while the account is not ready and so in no wave.
    wave integer,
    need varchar(30) not null,
    standing varchar(20) not null,
    refusal varchar(60),
    attempts integer not null,
    tried_at timestamp(6) with time zone,
    accepted boolean not null,
    started_at timestamp(6) with time zone,
    migration_id uuid references migration (id),
    constraint campaign_account_once unique (campaign_id, publisher_key),
    constraint campaign_account_has_its_case check ((standing = 'STARTED') = (migration_id is not null))
);
create index campaign_account_in_order on campaign_account (campaign_id, position);
create index campaign_account_of_wave on campaign_account (campaign_id, wave, standing, position);
create index campaign_account_by_start on campaign_account (campaign_id, started_at);
create index campaign_account_by_try on campaign_account (campaign_id, tried_at);
create index campaign_account_by_case on campaign_account (migration_id);

-- Who did what to a campaign, and why.
create table campaign_event (
    id uuid not null primary key,
    campaign_id uuid not null references campaign (id),
    position integer not null,
    type varchar(30) not null,
    publisher_id varchar(100),
    actor varchar(320) not null,
    detail varchar(500),
    happened_at timestamp(6) with time zone not null,
    constraint campaign_event_in_order unique (campaign_id, position)
);
