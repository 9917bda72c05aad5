package io.accountmigration.migration;

import static org.mockito.Mockito.mock;

import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.migration.start.ClaimMigration;
import io.accountmigration.partner.ListLag;
import io.accountmigration.partner.MovedAccounts;
import io.accountmigration.partner.UsersWithoutAccess;
import io.accountmigration.ports.InMemoryOutside;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;
import org.springframework.scheduling.TaskScheduler;

/** The module without the engine: its use cases, its tables, and everything else in memory. */
@ComponentScan({
    "io.accountmigration.publisher",
    "io.accountmigration.partner",
    "io.accountmigration.eligibility",
    "io.accountmigration.migration"
})
@ConfigurationPropertiesScan({"io.accountmigration.eligibility", "io.accountmigration.migration"})
@EntityScan({"io.accountmigration.publisher", "io.accountmigration.migration"})
@EnableJpaRepositories({"io.accountmigration.publisher", "io.accountmigration.migration"})
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
@Import(InMemoryOutside.class)
class MigrationTestApplication {

    @Bean
    MovedAccounts movedAccounts() {
        return new MovedAccounts() {
            @Override
            public boolean includes(String publisherId) {
                return false;
            }

            @Override
            public boolean isLost(String publisherId) {
                return false;
            }
        };
    }

    @Bean
    UsersWithoutAccess usersWithoutAccess() {
        return (publisherId, portalUserId) -> false;
    }

    @Bean
    ListLag listLag() {
        return () -> Duration.ofHours(1);
    }

    @Bean
    InMemoryWorkflow workflow(ObjectProvider<ClaimMigration> claimMigration) {
        return new InMemoryWorkflow(claimMigration);
    }

    @Bean
    InMemoryOwnerSearch ownerSearch(Clock clock) {
        return new InMemoryOwnerSearch(clock);
    }

    @Bean
    SentMails mails() {
        return new SentMails();
    }

    /** Figures of the engine are the engine's own. */
    @Bean
    EngineOperations engineOperations() {
        return mock();
    }

    @Bean
    TaskScheduler scheduler() {
        return mock();
    }
}
