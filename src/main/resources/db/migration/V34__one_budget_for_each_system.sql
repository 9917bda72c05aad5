-- One budget for each outside system, and what waits for a system that does not answer.

-- The calls that count and those that nodes hold, who waits, and whether the system answers, as one text: who changes it
-- holds the row. Calls are no longer listed in outside_call; that table and directory_calls stay for nodes of the release
-- before, which run beside this one while it is rolled out.
alter table outside_rate add column ledger varchar(200000) default '{}' not null;
alter table outside_rate add column down boolean default false not null;
alter table readiness_result alter column directory_calls set default 8;

-- Jobs that wait because a system did not answer, and which of them are to go on now.
create table outside_waiting (
    job_id varchar(64) not null primary key,
    system varchar(30) not null,
    noted_at timestamp(6) with time zone not null,
    -- Refused because of an outage: it goes on as soon as there is none.
    refused boolean not null,
    due boolean not null
);
create index outside_waiting_by_time on outside_waiting (system, noted_at);
create index outside_waiting_due on outside_waiting (due);
