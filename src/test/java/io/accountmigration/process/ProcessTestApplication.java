package io.accountmigration.process;

import static org.mockito.Mockito.spy;

import io.accountmigration.benchmark.CountedDatabase;
import io.accountmigration.benchmark.Tally;
import io.accountmigration.partner.UserChangeFeed;
import io.accountmigration.ports.InMemoryOutside;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.publisher.OutsideAllowance;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.spring.boot.starter.rest.CamundaBpmRestJerseyAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;

/** The modules of a migration, with the real engine and models; the outside systems are held in memory and can be made to
 * fail. */
@EnableAutoConfiguration(
        exclude = {CamundaBpmRestJerseyAutoConfiguration.class, CamundaBpmWebappAutoConfiguration.class})
@ComponentScan(
        basePackages = {
            "io.accountmigration.publisher",
            "io.accountmigration.partner",
            "io.accountmigration.eligibility",
            "io.accountmigration.migration",
            "io.accountmigration.usersync",
            "io.accountmigration.campaign",
            "io.accountmigration.notification",
            "io.accountmigration.program",
            "io.accountmigration.process"
        },
        excludeFilters = @Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@ConfigurationPropertiesScan({
    "io.accountmigration.eligibility",
    "io.accountmigration.migration",
    "io.accountmigration.usersync",
    "io.accountmigration.campaign",
    "io.accountmigration.notification",
    "io.accountmigration.program",
    "io.accountmigration.process"
})
@Import(InMemoryOutside.class)
class ProcessTestApplication {

    @Bean
    OutsideAllowance allowance() {
        return Map::of;
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
    TakenFlows takenFlows() {
        return new TakenFlows();
    }

    @Bean
    RememberedActivities rememberedActivities() {
        return new RememberedActivities();
    }

    @Bean
    UserChangeFeed feed() {
        return (accountId, from, to) -> new UserChangeFeed.Reading.Complete(List.of());
    }

    @Bean
    Letterbox letterbox() {
        return spy(new Letterbox());
    }
}
