package io.accountmigration.outside.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.outside.budget.BudgetSettings.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

class BudgetSettingsTest {

    @Test
    void unlessItIsSetOtherwiseEachSystemAccepts450CallsInFiveMinutes() throws Exception {
        assertThat(bind(Map.of()).rates().values()).hasSize(3).containsOnly(new Rate(450, Duration.ofMinutes(5)));
    }

    @Test
    void aRateCanBeSetByTheEnvironmentAsComposeDoes() throws Exception {
        var settings =
                bind(Map.of("OUTSIDE_BUDGET_RATES_PARTNERCENTER_CALLS", "0", "OUTSIDE_BUDGET_RATES_CPP_CALLS", "100"));

        assertThat(settings.rateOf("partner-center")).isEmpty();
        assertThat(settings.rateOf("cpp").orElseThrow().calls()).isEqualTo(100);
        assertThat(settings.rateOf("directory").orElseThrow().calls()).isEqualTo(450);
    }

    private static BudgetSettings bind(Map<String, Object> variables) throws Exception {
        var environment = new StandardEnvironment();
        var sources = environment.getPropertySources();
        new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yml"))
                .forEach(sources::addFirst);
        sources.addFirst(new SystemEnvironmentPropertySource(
                StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME, variables));
        return Binder.get(environment)
                .bind("outside.budget", BudgetSettings.class)
                .get();
    }
}
