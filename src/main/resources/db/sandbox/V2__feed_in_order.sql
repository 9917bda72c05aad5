-- The feed is read in this order, page by page.
create index sandbox_audit_record_feed on sandbox_audit_record (account_id, operation_date, id);
drop index sandbox_audit_record_account;
