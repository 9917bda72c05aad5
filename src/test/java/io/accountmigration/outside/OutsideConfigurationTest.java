package io.accountmigration.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.outside.budget.CallBudget;
import io.accountmigration.outside.budget.CallBudgets;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.validation.ValidationAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;

class OutsideConfigurationTest {

    private static final List<String> COMPLETE = List.of(
            "outside.connect-timeout=1s",
            "outside.read-timeout=5s",
            "outside.cpp.base-url=http://127.0.0.1:{port}/cpp",
            "outside.cpp.token-url=http://127.0.0.1:{port}/login/tenant/oauth2/v2.0/token",
            "outside.cpp.client-id=sandbox",
            "outside.cpp.client-secret=s3cret",
            "outside.partner-center.base-url=https://api.partnercenter.example",
            "outside.partner-center.token-url=https://login.example/tenant/oauth2/v2.0/token",
            "outside.partner-center.client-id=sandbox",
            "outside.partner-center.client-secret=s3cret",
            "outside.directory.graph-url=https://graph.example",
            "outside.directory.login-url=https://login.example",
            "outside.directory.token-url=https://login.example/tenant/oauth2/v2.0/token",
            "outside.directory.client-id=sandbox",
            "outside.directory.client-secret=s3cret");

    private final ApplicationContextRunner module = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(
                    ConfigurationPropertiesAutoConfiguration.class, ValidationAutoConfiguration.class))
            .withUserConfiguration(TestApplication.class);

    @Test
    void theRoomServesEveryPort() {
        module.withPropertyValues(COMPLETE.toArray(String[]::new)).run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(CloudPartnerPortal.class)
                .hasSingleBean(PartnerCenter.class)
                .hasSingleBean(PartnerNetwork.class)
                .hasSingleBean(TenantDirectory.class));
    }

    @Test
    void itsTokensDoNotTurnTheProgramIntoASignInClient() {
        module.withPropertyValues(COMPLETE.toArray(String[]::new)).run(context -> assertThat(context)
                .doesNotHaveBean(ClientRegistrationRepository.class)
                .doesNotHaveBean(OAuth2AuthorizedClientService.class)
                .doesNotHaveBean(OAuth2AuthorizedClientManager.class));
    }

    @ParameterizedTest
    @CsvSource({
        "outside.cpp.base-url,",
        "outside.cpp.token-url,ftp://x",
        "outside.cpp.client-id,' '",
        "outside.cpp.client-secret,",
        "outside.partner-center.base-url,localhost:8080",
        "outside.partner-center.token-url,",
        "outside.partner-center.client-secret,",
        "outside.directory.graph-url,http://",
        "outside.directory.login-url,http://a b",
        "outside.directory.client-id,",
        "outside.read-timeout,0s",
        "outside.max-calls,0"
    })
    void aSettingThatIsMissingOrWrongIsNamed(String property, String value) {
        var properties = new ArrayList<>(COMPLETE);
        properties.removeIf(setting -> setting.startsWith(property + "="));
        if (value != null) {
            properties.add(property + "=" + value);
        }

        module.withPropertyValues(properties.toArray(String[]::new)).run(context -> {
            assertThat(context).hasFailed();
            var trace = new StringWriter();
            context.getStartupFailure().printStackTrace(new PrintWriter(trace));
            assertThat(trace.toString()).contains(property + " must ").doesNotContain("s3cret");
        });
    }

    @ConfigurationPropertiesScan
    @ComponentScan(
            excludeFilters =
                    @ComponentScan.Filter(
                            type = FilterType.REGEX,
                            pattern = {".*Test(\\$.*)?", ".*\\.budget\\..*"}))
    static class TestApplication {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        CallBudget outsideCalls(Clock clock) {
            return CallBudgets.unlimited(clock);
        }

        @Bean
        SimpleMeterRegistry meters() {
            return new SimpleMeterRegistry();
        }
    }
}
