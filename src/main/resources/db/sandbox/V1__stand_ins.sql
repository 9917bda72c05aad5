-- What the stand-ins for the outside systems remember. The same on H2 and PostgreSQL.

create sequence sandbox_sequence start with 1 increment by 50;

-- One row: whoever fills or empties the sandbox holds it.
create table sandbox_gate (id integer primary key);
insert into sandbox_gate (id) values (1);

create table sandbox_publisher (
    publisher_key varchar(200) primary key,
    publisher_id varchar(200) not null,
    display_name varchar(400) not null,
    kind varchar(40) not null,
    expected_end varchar(60) not null,
    accepted_work_email varchar(400),
    accepted_partner_id varchar(40),
    membership_id varchar(40),
    company_tenant_id varchar(60),
    read_only boolean not null,
    mpn_id varchar(400),
    account_id varchar(60),
    lock_case varchar(200),
    lock_until timestamp with time zone,
    settings varchar(100000) not null,
    content_version bigint not null
);
create index sandbox_publisher_membership on sandbox_publisher (membership_id);
create index sandbox_publisher_accepted on sandbox_publisher (accepted_partner_id);

create table sandbox_cpp_user (
    publisher_key varchar(200) not null references sandbox_publisher,
    user_id varchar(200) not null,
    address varchar(400) not null,
    address_key varchar(400) not null,
    display_name varchar(400) not null,
    type varchar(20) not null,
    role varchar(20) not null,
    active boolean not null,
    primary key (publisher_key, user_id)
);
create index sandbox_cpp_user_address on sandbox_cpp_user (address_key);

create table sandbox_tenant (
    tenant_id varchar(60) primary key,
    display_name varchar(400) not null,
    unmanaged boolean not null,
    made_by varchar(200) not null
);
create index sandbox_tenant_made_by on sandbox_tenant (made_by);

create table sandbox_domain (
    domain varchar(400) primary key,
    tenant_id varchar(60) not null,
    position integer not null,
    made_by varchar(200) not null
);
create index sandbox_domain_tenant on sandbox_domain (tenant_id);
create index sandbox_domain_made_by on sandbox_domain (made_by);

create table sandbox_microsoft_account (
    address_key varchar(400) primary key,
    made_by varchar(200) not null
);
create index sandbox_microsoft_account_made_by on sandbox_microsoft_account (made_by);

create table sandbox_partner (
    mpn_id varchar(40) primary key,
    global_mpn_id varchar(40),
    partner_name varchar(400) not null,
    state varchar(20) not null,
    vetting_asked_at timestamp with time zone,
    primary_tenant_id varchar(60),
    made_by varchar(200) not null
);
create index sandbox_partner_global on sandbox_partner (global_mpn_id);
create index sandbox_partner_made_by on sandbox_partner (made_by);

create table sandbox_partner_tenant (
    mpn_id varchar(40) not null references sandbox_partner,
    position integer not null,
    tenant_id varchar(60) not null,
    primary key (mpn_id, position)
);
create index sandbox_partner_tenant_tenant on sandbox_partner_tenant (tenant_id);

create table sandbox_account (
    account_id varchar(60) primary key,
    publisher_key varchar(200) not null unique,
    publisher_id varchar(200) not null,
    mpn_id varchar(40),
    tenant_id varchar(60),
    state varchar(20) not null,
    correlation_id varchar(200),
    settings varchar(100000) not null
);

create table sandbox_account_user (
    account_id varchar(60) not null references sandbox_account,
    user_id varchar(200) not null,
    user_principal_name varchar(400) not null,
    display_name varchar(400) not null,
    roles varchar(200) not null,
    active boolean not null,
    primary key (account_id, user_id)
);

create table sandbox_audit_record (
    id bigint primary key,
    account_id varchar(60) not null,
    operation_type varchar(40) not null,
    acted_by varchar(400) not null,
    new_value varchar(4000) not null,
    operation_date timestamp with time zone not null
);
create index sandbox_audit_record_account on sandbox_audit_record (account_id, operation_date);

create table sandbox_answer (
    request_key varchar(1000) primary key,
    status integer not null,
    body varchar(100000)
);

create table sandbox_write (
    id bigint primary key,
    publisher_key varchar(200),
    system varchar(20) not null,
    method varchar(10) not null,
    path varchar(2000) not null,
    request_id varchar(200),
    effect boolean not null,
    happened_at timestamp with time zone not null
);
create index sandbox_write_publisher on sandbox_write (publisher_key);
