-- What Partner Center said of the account when users were last compared.
alter table user_sync add column account_condition varchar(20);
