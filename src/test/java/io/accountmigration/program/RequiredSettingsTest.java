package io.accountmigration.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.AccountMigrationApplication;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;

/** Starts nothing: the settings are checked before anything else is done. */
class RequiredSettingsTest {

    private static final Map<String, String> COMMON = Map.ofEntries(
            Map.entry("SPRING_DATASOURCE_URL", "jdbc:postgresql://database/account_migration"),
            Map.entry("SPRING_DATASOURCE_USERNAME", "program"),
            Map.entry("SPRING_DATASOURCE_PASSWORD", "secret"),
            Map.entry("MIGRATION_TRAIL_KEY", "a-key-of-at-least-thirty-two-characters"),
            Map.entry("SPRING_MAIL_HOST", "mail"),
            Map.entry("NOTIFICATION_FROM", "no-reply@example.com"),
            Map.entry("NOTIFICATION_OPERATORS", "operators@example.com"),
            Map.entry("NOTIFICATION_BASEURL", "https://migration.example.com"),
            Map.entry("OUTSIDE_CPP_BASEURL", "https://cpp.example.com"),
            Map.entry("OUTSIDE_CPP_TOKENURL", "https://login.example.com/token"),
            Map.entry("OUTSIDE_CPP_CLIENTID", "program"),
            Map.entry("OUTSIDE_CPP_CLIENTSECRET", "secret"),
            Map.entry("OUTSIDE_PARTNERCENTER_BASEURL", "https://pc.example.com"),
            Map.entry("OUTSIDE_PARTNERCENTER_TOKENURL", "https://login.example.com/token"),
            Map.entry("OUTSIDE_PARTNERCENTER_CLIENTID", "program"),
            Map.entry("OUTSIDE_PARTNERCENTER_CLIENTSECRET", "secret"),
            Map.entry("OUTSIDE_DIRECTORY_GRAPHURL", "https://graph.example.com"),
            Map.entry("OUTSIDE_DIRECTORY_LOGINURL", "https://login.example.com"),
            Map.entry("OUTSIDE_DIRECTORY_TOKENURL", "https://login.example.com/token"),
            Map.entry("OUTSIDE_DIRECTORY_CLIENTID", "program"),
            Map.entry("OUTSIDE_DIRECTORY_CLIENTSECRET", "secret"));

    private static final Map<String, String> SERVER = Map.of(
            "SIGNIN_OIDC_ISSUER", "https://sso.example.com",
            "SIGNIN_OIDC_CLIENTID", "program",
            "SIGNIN_OIDC_CLIENTSECRET", "secret",
            "SIGNIN_OIDC_AUDIENCE", "urn:account-migration",
            "SIGNIN_OIDC_GROUPS_OPERATOR", "migration-operators");

    private static final Map<String, String> USERS = Map.of(
            "SIGNIN_USERS_0_NAME", "admin",
            "SIGNIN_USERS_0_PASSWORDHASH", "$argon2id$…",
            "SIGNIN_USERS_0_ROLE", "ADMINISTRATOR");

    private static final Map<String, String> CALLS = Map.of(
            "outside.connect-timeout", "1s",
            "outside.read-timeout", "5s",
            "camunda.bpm.job-execution.lock-time-in-millis", "30000");

    @Test
    void withEverythingGivenTheProgramStarts() {
        assertThatCode(() -> check(with(COMMON, SERVER))).doesNotThrowAnyException();
        assertThatCode(() -> check(with(COMMON, USERS))).doesNotThrowAnyException();
    }

    static Stream<String> settings() {
        return Stream.of(COMMON, SERVER)
                .flatMap(settings -> settings.keySet().stream())
                .sorted();
    }

    @ParameterizedTest
    @MethodSource("settings")
    void eachMissingSettingIsNamedAlone(String missing) {
        var settings = with(COMMON, SERVER);
        settings.remove(missing);
        assertThatThrownBy(() -> check(settings))
                .isInstanceOf(SettingsMissing.class)
                .satisfies(failure -> {
                    assertThat(failure.getMessage()).contains("(" + missing + ")");
                    assertThat(failure.getMessage().strip().lines()).hasSize(1);
                });

        settings.put(missing, " ");
        assertThatThrownBy(() -> check(settings)).hasMessageContaining("(" + missing + ")");
    }

    @ParameterizedTest
    @CsvSource({"SIGNIN_USERS_0_NAME", "SIGNIN_USERS_0_PASSWORDHASH", "SIGNIN_USERS_0_ROLE"})
    void aLocalUserIsCompleteOrNamed(String missing) {
        var settings = with(COMMON, USERS);
        settings.remove(missing);

        assertThatThrownBy(() -> check(settings)).hasMessageContaining("(" + missing + ")");
    }

    @Test
    void everythingThatIsMissingIsNamedAtOnce() {
        assertThatThrownBy(() -> check(Map.of())).satisfies(failure -> {
            assertThat(COMMON.keySet())
                    .allSatisfy(name -> assertThat(failure.getMessage()).contains("(" + name + ")"));
            assertThat(failure.getMessage()).contains("(SIGNIN_OIDC_ISSUER)");
        });
    }

    @Test
    void secretsAreNotRepeated() {
        var settings = with(COMMON, SERVER);
        settings.remove("SPRING_MAIL_HOST");

        assertThatThrownBy(() -> check(settings)).message().doesNotContain("secret", "migration-operators");
    }

    @Test
    void nobodySignsInInTwoWays() {
        var both = with(COMMON, SERVER);
        both.putAll(USERS);

        assertThatThrownBy(() -> check(both)).hasMessageContaining("not both");
    }

    @Test
    void inProductionTheDatabaseIsPostgresql() {
        var settings = with(COMMON, SERVER);
        settings.put("SPRING_DATASOURCE_URL", "jdbc:h2:mem:x");

        assertThatThrownBy(() -> check(settings)).hasMessageContaining("PostgreSQL");
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_SERVLET_CONTEXTPATH, /migration",
        "server.servlet.context-path, /a/b",
        "spring.mvc.servlet.path, /migration",
        "NOTIFICATION_BASEURL, https://example.com/migration",
        "NOTIFICATION_BASEURL, https://example.com/migration/",
        "server.forward-headers-strategy, framework"
    })
    void belowAPathOfItsHostTheProgramDoesNotStart(String name, String value) {
        for (var profile : List.of("production", "sandbox")) {
            var settings = with(COMMON, SERVER);
            settings.put(name, value);

            assertThatThrownBy(() -> check(settings, profile))
                    .isInstanceOf(SettingsMissing.class)
                    .message()
                    .satisfies(message -> assertThat(message.strip().lines()).hasSize(1));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SERVER_SERVLET_CONTEXTPATH, /",
        "SERVER_SERVLET_CONTEXTPATH, ''",
        "NOTIFICATION_BASEURL, https://example.com/",
        "server.forward-headers-strategy, native"
    })
    void theRootOfAHostIsNoPath(String name, String value) {
        var settings = with(COMMON, SERVER);
        settings.put(name, value);

        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "SPRING_DATASOURCE_URL, jdbc:postgresql://database/a?preferQueryMode=simple",
        "SPRING_DATASOURCE_URL, jdbc:postgresql://database/a?ssl=true&preferQueryMode=%73imple",
        "SPRING_DATASOURCE_URL, jdbc:postgresql:a?preferQueryMode=simple",
        "SPRING_DATASOURCE_HIKARI_JDBCURL, jdbc:postgresql://database/a?preferQueryMode=simple",
        "spring.datasource.hikari.data-source-properties.preferQueryMode, simple",
        "spring.datasource.hikari.dataSourceProperties[preferQueryMode], simple"
    })
    void parametersStayApartFromTheirStatements(String name, String value) {
        for (var profile : List.of("production", "sandbox")) {
            var settings = with(COMMON, SERVER);
            settings.put(name, value);

            assertThatThrownBy(() -> check(settings, profile))
                    .isInstanceOf(SettingsMissing.class)
                    .hasMessageContaining("preferQueryMode")
                    .message()
                    .satisfies(message -> assertThat(message.strip().lines()).hasSize(1))
                    .doesNotContain("secret");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"extended", "extendedForPrepared", "extendedCacheEverything"})
    void otherQueryModesAreFine(String mode) {
        var settings = with(COMMON, SERVER);
        settings.put("SPRING_DATASOURCE_URL", "jdbc:postgresql://database/a?preferQueryMode=" + mode);

        assertThatCode(() -> check(settings)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "OUTSIDE_READTIMEOUT, 5100ms, 12.2 s",
        "outside.read-timeout, PT1M, 122.0 s",
        "outside.connect-timeout, 3s, 16.0 s",
        "CAMUNDA_BPM_JOBEXECUTION_LOCKTIMEINMILLIS, 11000, 12000 at least"
    })
    void callsThatMayTakeLongerThanLocksAreRefused(String name, String value, String told) {
        for (var profile : List.of("production", "sandbox")) {
            var settings = with(with(COMMON, SERVER), CALLS);
            settings.put(name, value);

            assertThatThrownBy(() -> check(settings, profile))
                    .isInstanceOf(SettingsMissing.class)
                    .hasMessageContaining("outside.read-timeout")
                    .hasMessageContaining(told)
                    .message()
                    .satisfies(message -> assertThat(message.strip().lines()).hasSize(1));
        }
    }

    @Test
    void callsThatFitAreFine() {
        assertThatCode(() -> check(with(with(COMMON, SERVER), CALLS))).doesNotThrowAnyException();
    }

    /** What the program starts with is in its file alone. */
    @Test
    void theProgramsOwnLimitsFit() throws IOException {
        var own = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("own", new ClassPathResource("application.yml"))
                .forEach(own.getPropertySources()::addFirst);

        assertThat(own.getProperty("outside.connect-timeout")).isNotBlank();
        assertThat(own.getProperty("outside.read-timeout")).isNotBlank();
        assertThat(CallLimitsCheck.settings(own)).isEmpty();
    }

    @Test
    void theReportSaysWhatToDo() {
        var report = new SettingsMissingFailureAnalyzer().analyze(new SettingsMissing("\n  x (X): y"));

        assertThat(report.getDescription()).contains("x (X): y");
        assertThat(report.getAction()).contains("environment variables");
    }

    private static Map<String, String> with(Map<String, String> some, Map<String, String> others) {
        var all = new HashMap<>(some);
        all.putAll(others);
        return all;
    }

    private static void check(Map<String, String> variables) {
        check(variables, "production");
    }

    private static void check(Map<String, String> settings, String profile) {
        var environment = new StandardEnvironment();
        environment
                .getPropertySources()
                .forEach(source -> environment.getPropertySources().remove(source.getName()));
        environment
                .getPropertySources()
                .addFirst(new SystemEnvironmentPropertySource("test-systemEnvironment", Map.copyOf(settings)));
        environment.getPropertySources().addLast(new MapPropertySource("test", Map.copyOf(settings)));
        environment.setActiveProfiles(profile);
        ConfigurationPropertySources.attach(environment);
        new RequiredSettings()
                .postProcessEnvironment(environment, new SpringApplication(AccountMigrationApplication.class));
    }
}
