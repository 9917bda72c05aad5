-- Jobs are acquired by the time they are due, which every one of them has from now on.

update ACT_RU_JOB set DUEDATE_ = coalesce(CREATE_TIME_, current_timestamp) where DUEDATE_ is null;
create index job_by_due_date on ACT_RU_JOB (DUEDATE_);
