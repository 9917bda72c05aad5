package io.accountmigration.program;

import com.zaxxer.hikari.HikariDataSource;
import java.util.Properties;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.springframework.boot.autoconfigure.flyway.FlywayConfigurationCustomizer;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.stereotype.Component;

/** A step of the schema may take longer than any work: it has a connection of its own, which is not bounded. */
@Component
class UnboundedSchemaSteps implements FlywayConfigurationCustomizer {

    @Override
    public void customize(FluentConfiguration configuration) {
        if (configuration.getDataSource() instanceof HikariDataSource pool && DatabaseTimeouts.isPostgres(pool)) {
            var driver = new Properties();
            driver.putAll(pool.getDataSourceProperties());
            driver.put("socketTimeout", "0");
            var database = new DriverManagerDataSource(pool.getJdbcUrl(), pool.getUsername(), pool.getPassword());
            database.setConnectionProperties(driver);
            configuration.dataSource(database);
        }
    }
}
