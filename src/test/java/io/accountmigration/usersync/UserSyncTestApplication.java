package io.accountmigration.usersync;

import io.accountmigration.benchmark.CountedDatabase;
import io.accountmigration.benchmark.Tally;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.partner.Tenant;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.OutsideAllowance;
import io.accountmigration.publisher.OutsideCallScope;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.domain.EntityScan;
import org.springframework.boot.autoconfigure.flyway.FlywayAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.orm.jpa.HibernateJpaAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.data.jpa.repository.config.EnableJpaRepositories;

/** The module alone, with its real database and with portals held in memory; the whole program must not find it. */
@ComponentScan(
        basePackages = "io.accountmigration.usersync",
        excludeFilters =
                @ComponentScan.Filter(
                        type = org.springframework.context.annotation.FilterType.REGEX,
                        pattern = ".*Test.*"))
@EntityScan("io.accountmigration.usersync")
@EnableJpaRepositories("io.accountmigration.usersync")
@EnableConfigurationProperties(SyncSettings.class)
@ImportAutoConfiguration({
    DataSourceAutoConfiguration.class,
    DataSourceTransactionManagerAutoConfiguration.class,
    JdbcTemplateAutoConfiguration.class,
    HibernateJpaAutoConfiguration.class,
    TransactionAutoConfiguration.class,
    FlywayAutoConfiguration.class
})
class UserSyncTestApplication {

    @Bean
    OutsideCallScope scope(AdjustableClock clock) {
        return new OutsideCallScope(clock);
    }

    @Bean
    OutsideAllowance allowance() {
        return Map::of;
    }

    @Bean
    AdjustableClock clock() {
        return new AdjustableClock(Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC));
    }

    @Bean
    static Tally tally() {
        return new Tally();
    }

    @Bean
    static BeanPostProcessor countStatements(Tally tally) {
        return new CountedDatabase(tally);
    }

    @Bean
    MeterRegistry meters() {
        return new SimpleMeterRegistry();
    }

    @Bean
    NewPortal newPortal(AdjustableClock clock) {
        return new NewPortal(clock);
    }

    @Bean
    OldPortal oldPortal() {
        return new OldPortal();
    }

    @Bean
    WorkDirectory directory(AdjustableClock clock) {
        return new WorkDirectory(clock);
    }

    @Bean
    PartnerNetwork partnerNetwork() {
        return partnerId -> java.util.Optional.of(new io.accountmigration.partner.PartnerMembership(
                partnerId,
                "Partner",
                io.accountmigration.partner.Vetting.values()[0],
                java.util.List.of(new Tenant("t", "Tenant"))));
    }

    @Bean
    Instances instances(org.springframework.jdbc.core.JdbcTemplate database) {
        return new Instances(database);
    }

    @Bean
    UserSyncAlerts alerts() {
        return new ToldAlerts();
    }
}
