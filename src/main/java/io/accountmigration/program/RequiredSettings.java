package io.accountmigration.program;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.env.EnvironmentPostProcessor;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Profiles;

/**
 * Refuses to start outside the sandbox until everything real has been given, and names all that is missing at once; a
 * setting that is never allowed is refused in the sandbox as well.
 * Runs before any bean is made: nothing has been touched by then.
 */
public class RequiredSettings implements EnvironmentPostProcessor, Ordered {

    private static final String ISSUER = "sign-in.oidc.issuer";
    private static final String DATABASE = "spring.datasource.url";

    private static final Map<String, String> ALWAYS = inOrder(
            DATABASE,
            "the database, such as jdbc:postgresql://host/name",
            "spring.datasource.username",
            "the user of the database",
            "spring.datasource.password",
            "that user's password",
            "migration.trail.key",
            "the key that seals audit trails, at least 32 characters",
            "spring.mail.host",
            "the mail server",
            "notification.from",
            "the sender's address of messages",
            "notification.operators",
            "the address of the operators' mailbox",
            "notification.base-url",
            "the address under which people reach this program",
            "outside.cpp.base-url",
            "the address of Cloud Partner Portal",
            "outside.cpp.token-url",
            "where tokens for it are issued",
            "outside.cpp.client-id",
            "the client id for it",
            "outside.cpp.client-secret",
            "the client secret for it",
            "outside.partner-center.base-url",
            "the address of Partner Center",
            "outside.partner-center.token-url",
            "where tokens for it are issued",
            "outside.partner-center.client-id",
            "the client id for it",
            "outside.partner-center.client-secret",
            "the client secret for it",
            "outside.directory.graph-url",
            "the address of the directory's graph",
            "outside.directory.login-url",
            "the address of the directory's realm lookup",
            "outside.directory.token-url",
            "where tokens for it are issued",
            "outside.directory.client-id",
            "the client id for it",
            "outside.directory.client-secret",
            "the client secret for it");

    private static final Map<String, String> WITH_A_SIGN_IN_SERVER = inOrder(
            "sign-in.oidc.client-id", "this program's client id at the sign-in server",
            "sign-in.oidc.client-secret", "this program's client secret there",
            "sign-in.oidc.audience", "the audience that bearer tokens must name",
            "sign-in.oidc.groups.operator", "the groups whose members are operators");

    @Override
    public int getOrder() {
        // After the configuration files have been read.
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
        if (!isOurProgram(application)) {
            return;
        }
        var lines = new ArrayList<String>();
        for (var setting : SimpleQueryModeCheck.settings(environment)) {
            lines.add(line(setting, "without preferQueryMode=simple, in which values are part of the statement"));
        }
        SubPathCheck.settings(environment).forEach((setting, instead) -> lines.add(line(setting, instead)));
        CallLimitsCheck.settings(environment).forEach((setting, instead) -> lines.add(line(setting, instead)));
        if (!environment.acceptsProfiles(Profiles.of("sandbox"))) {
            lines.addAll(missingOutsideTheSandbox(environment));
        }
        if (!lines.isEmpty()) {
            throw new SettingsMissing(String.join("", lines));
        }
    }

    private static List<String> missingOutsideTheSandbox(ConfigurableEnvironment environment) {
        var lines = new ArrayList<>(missing(environment, ALWAYS));
        lines.addAll(signIn(environment));
        var url = environment.getProperty(DATABASE, "");
        if (environment.acceptsProfiles(Profiles.of("production"))
                && !url.isBlank()
                && !url.startsWith("jdbc:postgresql:")) {
            lines.add(line(DATABASE, "in production the database is PostgreSQL"));
        }
        return lines;
    }

    /** Slices of tests bring what they need themselves. */
    private static boolean isOurProgram(SpringApplication application) {
        return application.getAllSources().stream()
                .anyMatch(source ->
                        source instanceof Class<?> type && type.isAnnotationPresent(SpringBootApplication.class));
    }

    private static List<String> signIn(ConfigurableEnvironment environment) {
        var server = isGiven(environment, ISSUER);
        var users = Stream.iterate(0, number -> number + 1)
                .map(number -> "sign-in.users[" + number + "]")
                .takeWhile(user -> aboutUser(user).keySet().stream().anyMatch(name -> isGiven(environment, name)))
                .toList();
        if (server && !users.isEmpty()) {
            return List.of(line(ISSUER, "either a sign-in server or local users, not both"));
        }
        if (server) {
            return missing(environment, WITH_A_SIGN_IN_SERVER);
        }
        return users.isEmpty()
                ? List.of(line(ISSUER, "the sign-in server, or else local users, from sign-in.users[0].name on"))
                : users.stream()
                        .flatMap(user -> missing(environment, aboutUser(user)).stream())
                        .toList();
    }

    private static Map<String, String> aboutUser(String user) {
        return inOrder(
                user + ".name", "a local user's name",
                user + ".password-hash", "that user's password as an Argon2id hash",
                user + ".role", "that user's role");
    }

    private static List<String> missing(ConfigurableEnvironment environment, Map<String, String> required) {
        return required.entrySet().stream()
                .filter(setting -> !isGiven(environment, setting.getKey()))
                .map(setting -> line(setting.getKey(), setting.getValue()))
                .toList();
    }

    private static boolean isGiven(ConfigurableEnvironment environment, String name) {
        return Stream.of(name, name + "[0]")
                .map(environment::getProperty)
                .anyMatch(value -> value != null && !value.isBlank());
    }

    private static String line(String name, String what) {
        return "\n  " + name + " (" + SettingsCatalogue.variableOf(name) + "): " + what;
    }

    private static Map<String, String> inOrder(String... namesAndTexts) {
        var settings = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            settings.put(namesAndTexts[i], namesAndTexts[i + 1]);
        }
        return settings;
    }
}
