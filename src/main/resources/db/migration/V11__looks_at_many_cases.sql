-- What is asked of many open cases, again and again, is answered by an index.

-- Living cases in order of their instances, to be compared with the engine's.
create index migration_by_instance on migration (ended_at, process_instance_id);

-- The engine looks for jobs that are due several times a second, among all the reminders and deadlines that are not.
create index job_by_due_date on act_ru_job (duedate_);

-- Publishers whose user sync was stopped.
create index user_sync_by_quarantine on user_sync (quarantined_at, publisher_key);
