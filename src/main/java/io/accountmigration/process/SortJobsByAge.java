package io.accountmigration.process;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.stereotype.Component;

/** Jobs are acquired by the time they are due, which every one of them has from now on. */
@Component
class SortJobsByAge implements JavaMigration {

    private static final List<String> STATEMENTS = List.of(
            "update ACT_RU_JOB set DUEDATE_ = coalesce(CREATE_TIME_, current_timestamp) where DUEDATE_ is null",
            "create index job_by_due_date on ACT_RU_JOB (DUEDATE_)");

    @Override
    public MigrationVersion getVersion() {
        return MigrationVersion.fromVersion("10");
    }

    @Override
    public String getDescription() {
        return "jobs by age";
    }

    @Override
    public Integer getChecksum() {
        return null;
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (var statement = context.getConnection().createStatement()) {
            for (var sql : STATEMENTS) {
                statement.execute(sql);
            }
        }
    }
}
