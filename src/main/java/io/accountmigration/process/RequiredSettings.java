package io.accountmigration.process;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start outside the sandbox until everything real has been given, and names all that is missing at once.
 * Runs before any bean is made: nothing has been touched by then.
 */
public class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    private static final Map<String, String> REQUIRED = new TreeMap<>(Map.ofEntries(
            Map.entry("spring.datasource.url", "the database, such as jdbc:postgresql://host/name"),
            Map.entry("camunda.bpm.admin-user.id", "the user id of the first administrator"),
            Map.entry("camunda.bpm.admin-user.password", "that administrator's password, not the id again"),
            Map.entry("spring.mail.host", "the mail server"),
            Map.entry("notification.from", "the sender's address of messages"),
            Map.entry("notification.operators", "the address that operators are told under"),
            Map.entry("notification.base-url", "the address under which people reach this program"),
            Map.entry("outside.cpp.base-url", "the address of Cloud Partner Portal"),
            Map.entry("outside.cpp.token-url", "where tokens for it are issued"),
            Map.entry("outside.cpp.client-id", "the client id for it"),
            Map.entry("outside.cpp.client-secret", "the client secret for it"),
            Map.entry("outside.partner-center.base-url", "the address of Partner Center"),
            Map.entry("outside.partner-center.token-url", "where tokens for it are issued"),
            Map.entry("outside.partner-center.client-id", "the client id for it"),
            Map.entry("outside.partner-center.client-secret", "the client secret for it"),
            Map.entry("outside.directory.graph-url", "the address of the directory's graph"),
            Map.entry("outside.directory.login-url", "the address of the directory's realm lookup"),
            Map.entry("outside.directory.token-url", "where tokens for it are issued"),
            Map.entry("outside.directory.client-id", "the client id for it"),
            Map.entry("outside.directory.client-secret", "the client secret for it")));

    @Override
    public int getOrder() {
        // After the configuration files have been read.
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isOurProgram(application) || environment.acceptsProfiles(Profiles.of("sandbox"))) {
            return;
        }
        var missing = REQUIRED.keySet().stream()
                .filter(name -> isBlank(environment, name))
                .toList();
        var password = environment.getProperty("camunda.bpm.admin-user.password", "");
        var sameAsId = !password.isBlank() && password.equals(environment.getProperty("camunda.bpm.admin-user.id"));
        if (!missing.isEmpty() || sameAsId) {
            throw new SettingsMissing(describe(missing, sameAsId));
        }
    }

    /** Slices of tests bring what they need themselves. */
    private static boolean isOurProgram(SpringApplication application) {
        return application.getAllSources().stream()
                .anyMatch(source ->
                        source instanceof Class<?> type && type.isAnnotationPresent(SpringBootApplication.class));
    }

    private static boolean isBlank(ConfigurableEnvironment environment, String name) {
        var value = environment.getProperty(name);
        return value == null || value.isBlank();
    }

    private static String describe(List<String> missing, boolean sameAsId) {
        var text = new StringBuilder();
        missing.forEach(name -> text.append("\n  ")
                .append(name)
                .append(" (")
                .append(name.toUpperCase(java.util.Locale.ROOT).replace("-", "").replace('.', '_'))
                .append("): ")
                .append(REQUIRED.get(name)));
        if (sameAsId) {
            text.append("\n  camunda.bpm.admin-user.password: must not be the same as the id");
        }
        return text.toString();
    }
}
