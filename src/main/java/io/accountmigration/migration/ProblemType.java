package io.accountmigration.migration;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * A kind of problem, as callers read about it before they have one.
 *
 * @param code the code of all problems of this kind
 * @param status the HTTP status that it usually comes with
 * @param example something that its text may name; empty where the text names nothing
 */
public record ProblemType(String code, int status, String example) {

    /** The page about all kinds; each has one below it. */
    public static final String PAGES = "/problems";

    private static final List<ProblemType> ALL = read();

    /** Every kind there is, by code. */
    public static List<ProblemType> all() {
        return ALL;
    }

    /** The kind with this code. */
    public static Optional<ProblemType> of(String code) {
        return ALL.stream().filter(type -> type.code().equals(code)).findFirst();
    }

    /** The path of the page about a kind, which names the kind in problems. */
    public static String pageOf(String code) {
        return PAGES + "/" + code;
    }

    /** The path of the page about this kind. */
    public String page() {
        return pageOf(code);
    }

    private static List<ProblemType> read() {
        try {
            var lines = PropertiesLoaderUtils.loadProperties(new ClassPathResource("texts/problem-types.properties"));
            return lines.stringPropertyNames().stream()
                    .sorted()
                    .map(code -> read(code, lines))
                    .toList();
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static ProblemType read(String code, Properties lines) {
        var statusAndExample = lines.getProperty(code).strip().split(" ", 2);
        return new ProblemType(
                code, Integer.parseInt(statusAndExample[0]), statusAndExample.length > 1 ? statusAndExample[1] : "");
    }
}
