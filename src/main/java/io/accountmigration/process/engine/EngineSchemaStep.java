package io.accountmigration.process.engine;

import java.sql.SQLException;
import java.util.List;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

/** A step of the schema that concerns the engine's tables, under the same lock and history as the steps of our own. */
abstract class EngineSchemaStep implements JavaMigration {

    private final MigrationVersion version;
    private final String description;

    EngineSchemaStep(String version, String description) {
        this.version = MigrationVersion.fromVersion(version);
        this.description = description;
    }

    /** What to run, in this order, on a database of this dialect of the engine. */
    abstract List<String> scripts(String dialect);

    @Override
    public MigrationVersion getVersion() {
        return version;
    }

    @Override
    public String getDescription() {
        return description;
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
        var product = context.getConnection().getMetaData().getDatabaseProductName();
        var populator = new ResourceDatabasePopulator();
        scripts(product.equals("H2") ? "h2" : "postgres")
                .forEach(script -> populator.addScript(new ClassPathResource(script)));
        populator.execute(new SingleConnectionDataSource(context.getConnection(), true));
    }
}
