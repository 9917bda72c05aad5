package io.accountmigration.process;

import io.accountmigration.system.PostgresProgram;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.ContextConfiguration;

@ContextConfiguration(initializers = UpgradedServerTest.EarlierServer.class)
class UpgradedServerTest extends UpgradedDatabaseTest {

    static class EarlierServer extends PostgresProgram {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            super.initialize(context);
            EarlierDatabase.at(context.getEnvironment().getRequiredProperty("spring.datasource.url"), "postgres");
        }
    }
}
