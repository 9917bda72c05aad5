package io.accountmigration.program;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Finds the query mode of PostgreSQL's driver in which values become part of the text of a statement, wherever it is
 * asked for: the driver can be made to quote them wrongly there (CVE-2026-134842).
 */
final class SimpleQueryModeCheck {

    private static final String MODE = "preferQueryMode";
    private static final String SIMPLE = "simple";
    private static final String PROPERTIES = "spring.datasource.hikari.data-source-properties";
    private static final List<String> URLS = List.of("spring.datasource.url", "spring.datasource.hikari.jdbc-url");

    private SimpleQueryModeCheck() {}

    /** The names of the settings that ask for it. */
    static List<String> settings(Environment environment) {
        var properties = new Properties();
        properties.putAll(Binder.get(environment)
                .bind(PROPERTIES, Bindable.mapOf(String.class, String.class))
                .orElse(Map.of()));
        if (SIMPLE.equalsIgnoreCase(properties.getProperty(MODE))) {
            return List.of(PROPERTIES);
        }
        return URLS.stream()
                .filter(url -> isAskedFor(environment.getProperty(url, "")))
                .toList();
    }

    /** The driver reads its address itself: names and values may be encoded in it, or lie in a file that it names. */
    private static boolean isAskedFor(String url) {
        return DriverManager.drivers()
                .filter(driver -> driver.getClass().getName().startsWith("org.postgresql."))
                .flatMap(driver -> {
                    try {
                        return driver.acceptsURL(url)
                                ? Arrays.stream(driver.getPropertyInfo(url, new Properties()))
                                : Stream.empty();
                    } catch (SQLException notRead) {
                        throw new IllegalStateException("PostgreSQL's driver cannot read its address", notRead);
                    }
                })
                .anyMatch(property -> property.name.equals(MODE) && SIMPLE.equalsIgnoreCase(property.value));
    }
}
