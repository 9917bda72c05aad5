package io.accountmigration.migration;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.spy;

import io.accountmigration.migration.operations.EngineOperations;
import io.accountmigration.migration.start.ClaimMigration;
import io.accountmigration.partner.LostAccounts;
import io.accountmigration.ports.InMemoryDirectory;
import io.accountmigration.ports.InMemoryPartnerCenter;
import io.accountmigration.ports.InMemoryPartnerNetwork;
import io.accountmigration.ports.InMemoryPortal;
import io.accountmigration.program.AdjustableClock;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
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
class MigrationTestApplication {

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));
    }

    @Bean
    InMemoryPortal portal(Clock clock) {
        return spy(new InMemoryPortal(clock));
    }

    @Bean
    InMemoryPartnerCenter partnerCenter() {
        return spy(new InMemoryPartnerCenter());
    }

    @Bean
    LostAccounts lostAccounts() {
        return publisherId -> false;
    }

    @Bean
    InMemoryPartnerNetwork partnerNetwork() {
        return new InMemoryPartnerNetwork();
    }

    @Bean
    InMemoryDirectory directory() {
        return new InMemoryDirectory();
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
