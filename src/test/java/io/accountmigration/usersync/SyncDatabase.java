package io.accountmigration.usersync;

import io.accountmigration.system.PostgresProgram;
import java.util.UUID;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/** PostgreSQL, or H2 for mutation tests, which start the module for each class that they change. */
class SyncDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean("usersync.h2")) {
            TestPropertyValues.of("spring.datasource.url=jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1")
                    .applyTo(context);
        } else {
            new PostgresProgram().initialize(context);
        }
    }
}
