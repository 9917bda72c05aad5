-- What accounts need before they move: the last verdict on each, the reports, and the calls that reports may make.

create table readiness_verdict (
    publisher_key varchar(100) not null primary key,
    publisher_id varchar(100) not null,
    need varchar(30) not null,
    findings varchar(1000000) not null,
    users integer not null,
    assessed_at timestamp(6) with time zone not null,
    recheck_at timestamp(6) with time zone,
    blocked_since timestamp(6) with time zone
);
create index readiness_verdict_by_need on readiness_verdict (need, publisher_key);
create index readiness_verdict_by_recheck on readiness_verdict (recheck_at);

create table readiness_report (
    id uuid not null primary key,
    version integer not null,
    requested_by varchar(64) not null,
    requested_at timestamp(6) with time zone not null,
    -- Verdicts from this time on need not be found out again.
    fresh_since timestamp(6) with time zone not null,
    state varchar(20) not null,
    -- The last account that was listed, while all are being listed.
    listed_up_to varchar(100),
    accounts integer not null,
    next_position integer not null,
    consecutive_failures integer not null,
    ended_at timestamp(6) with time zone
);
create index readiness_report_by_request on readiness_report (requested_at, id);

create table readiness_result (
    report_id uuid not null references readiness_report (id),
    position integer not null,
    publisher_key varchar(100) not null,
    publisher_id varchar(100) not null,
    -- Null until the account was looked at.
    need varchar(30),
    findings varchar(1000000),
    users integer not null,
    assessed_at timestamp(6) with time zone,
    reused boolean not null,
    tries integer not null,
    next_try_at timestamp(6) with time zone,
    failure varchar(100),
    directory_calls integer not null,
    primary key (report_id, position),
    constraint readiness_result_once unique (report_id, publisher_key)
);
create index readiness_result_by_need on readiness_result (report_id, need, position);
create index readiness_result_by_try on readiness_result (report_id, next_try_at);

-- Rows of a selection that were left out, with the line they stood on.
create table readiness_rejection (
    report_id uuid not null references readiness_report (id),
    line integer not null,
    content varchar(200) not null,
    reason varchar(30) not null,
    primary key (report_id, line)
);

-- Who counts calls to an outside system holds its row; nobody calls before not_before.
create table outside_rate (
    system varchar(30) not null primary key,
    not_before timestamp(6) with time zone
);
insert into outside_rate (system) values ('cpp'), ('directory'), ('partner-center');

-- Calls that count against a rate, as if all of them were made at counted_at.
create table outside_call (
    id uuid not null primary key,
    system varchar(30) not null references outside_rate (system),
    calls integer not null,
    counted_at timestamp(6) with time zone not null
);
create index outside_call_by_time on outside_call (system, counted_at);
