-- What is asked of many open cases, again and again, is answered by an index.

-- Living cases in order of their instances, to be compared with the engine's.
create index migration_by_instance on migration (ended_at, process_instance_id);

-- Publishers whose user sync was stopped.
create index user_sync_by_quarantine on user_sync (quarantined_at, publisher_key);
