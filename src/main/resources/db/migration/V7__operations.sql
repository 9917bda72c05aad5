-- What figures and lists ask for, where an index can count it; and what operators did to many cases at once.

-- What stands in the way of a living case, if anything.
alter table migration add column problem_code varchar(40);
-- By when a living case should have gone on: without progress until then, somebody has to look.
alter table migration add column expected_by timestamp(6) with time zone;

-- A finding is kept as {"code":"…","arguments":[…]}.
update migration set problem_code = substring(address_finding from 10 for position('"' in substring(address_finding from 10)) - 1)
    where ended_at is null and step in ('PROVIDE_WORK_EMAIL', 'CONFIRM_WORK_EMAIL') and address_finding is not null;
update migration set problem_code = substring(membership_finding from 10 for position('"' in substring(membership_finding from 10)) - 1)
    where ended_at is null and step in ('ENROL_IN_PARTNER_NETWORK', 'AWAIT_ENROLMENT') and membership_finding is not null;
update migration set problem_code = substring(move_finding from 10 for position('"' in substring(move_finding from 10)) - 1)
    where ended_at is null and problem_code is null and move_finding is not null
    and step not in ('PROVIDE_WORK_EMAIL', 'CONFIRM_WORK_EMAIL', 'ENROL_IN_PARTNER_NETWORK', 'AWAIT_ENROLMENT');
update migration set expected_by = since + interval '7' day where ended_at is null;

create index migration_by_age on migration (ended_at, state, started_at);
create index migration_by_problem on migration (problem_code, started_at, id);
create index migration_by_expectation on migration (expected_by, id);

-- What an operator did to one of several cases, and what came of it.
create table operator_action (
    id uuid not null primary key,
    kind varchar(20) not null,
    publisher_id varchar(100) not null,
    operator varchar(320) not null,
    reason varchar(500) not null,
    outcome varchar(40) not null,
    acted_at timestamp(6) with time zone not null
);
create index operator_action_by_time on operator_action (acted_at, id);
create index operator_action_by_publisher on operator_action (publisher_id, acted_at);

-- How people are followed up.
alter table migration add column acted_at timestamp(6) with time zone;
alter table migration add column waiting_since timestamp(6) with time zone;
alter table migration add column told_rungs integer default 0 not null;
update migration set waiting_since = since where state = 'ACTION_REQUIRED';

-- Mails that people got unasked, for as long as they count. A person is the id that audit trails know.
create table told_person (
    id uuid not null primary key,
    person varchar(64) not null,
    told_at timestamp(6) with time zone not null
);
create index told_person_by_person on told_person (person, told_at);

-- The owners whom operators named, and why.
create table owner_appointment (
    id uuid not null primary key,
    publisher_id varchar(100) not null,
    owner varchar(320) not null,
    operator varchar(320) not null,
    reason varchar(500) not null,
    appointed_at timestamp(6) with time zone not null
);
create index owner_appointment_by_publisher on owner_appointment (publisher_id, appointed_at);

-- What was found when a moved account was last compared with the old one.
create table verification_report (
    migration_id uuid not null primary key references migration (id),
    verified_at timestamp(6) with time zone not null,
    items varchar(10000000) not null
);
