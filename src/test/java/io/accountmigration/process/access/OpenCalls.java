package io.accountmigration.process.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The table of open calls as tests of other modules read it: line by line, without the filter's own way to find one. */
public final class OpenCalls {

    private static final String VARIABLE = "\\{[^/]+}";

    /** Where the engine takes any name, the table opens one. */
    private static final Set<String> ONE_VALUE = Set.of("default", "account-migration");

    /** One line, with its path as it is called. */
    public record Line(
            boolean isForPeople,
            String method,
            String path,
            List<String> roles,
            List<String> parameters,
            List<String> body) {}

    private OpenCalls() {}

    /** Every line, at the first path at which it is open. */
    public static List<Line> lines() {
        return EngineCalls.sections().stream()
                .flatMap(section -> section.calls().stream().map(row -> line(section.api(), row)))
                .toList();
    }

    private static Line line(EngineCalls.Api api, EngineCalls.Row row) {
        var call = row.call().split(" ");
        return new Line(
                api == EngineCalls.Api.WEB,
                call[0],
                pathsOf(api, call[1]).get(0),
                EngineCalls.words(row.roles()),
                EngineCalls.words(row.parameters()),
                EngineCalls.words(row.body()));
    }

    /** Whether a group may make a call of which the path is given as a template; OPTIONS it may ask wherever it may call. */
    public static boolean isOpen(String method, String path, String group) {
        return EngineCalls.sections().stream().anyMatch(section -> section.calls().stream()
                .filter(row -> isFor(row, group))
                .map(row -> row.call().split(" "))
                .anyMatch(call -> List.of(call[0], "OPTIONS").contains(method)
                        && pathsOf(section.api(), call[1]).stream().anyMatch(open -> covers(open, path))));
    }

    /** Every line for the web applications, by who needs it. */
    public static Set<String> linesOfTheWebApplications() {
        return EngineCalls.sections().stream()
                .filter(section -> section.api() == EngineCalls.Api.WEB)
                .flatMap(section -> section.calls().stream().map(row -> name(section, row)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The line that opens a call of a web application to a group; the path is given without parameters. */
    public static Optional<String> lineFor(String method, String path, String group) {
        return EngineCalls.sections().stream()
                .filter(section -> section.api() == EngineCalls.Api.WEB)
                .flatMap(section -> section.calls().stream()
                        .filter(row -> isFor(row, group) && isCalled(row.call().split(" "), method, path))
                        .map(row -> name(section, row)))
                .findFirst();
    }

    private static boolean isCalled(String[] open, String method, String path) {
        return open[0].equals(method)
                && path.replaceAll("/$", "")
                        .matches(pathsOf(EngineCalls.Api.WEB, open[1])
                                .get(0)
                                .replaceFirst(VARIABLE + "$", "(?!(count|statistics)\\$)[^/]+")
                                .replaceAll(VARIABLE, "[^/]+"));
    }

    private static boolean isFor(EngineCalls.Row row, String group) {
        return EngineCalls.words(row.roles()).stream().anyMatch(name -> name.equals("everybody") || name.equals(group));
    }

    private static String name(EngineCalls.Section section, EngineCalls.Row row) {
        return section.section() + ": " + row.call();
    }

    private static List<String> pathsOf(EngineCalls.Api api, String path) {
        return switch (api) {
            case REST -> List.of("/engine-rest" + path, "/engine-rest/engine/default" + path);
            case WEB -> List.of("/camunda/api" + path.replaceFirst("^E/", "/engine/engine/default/"));
        };
    }

    private static boolean covers(String open, String template) {
        var ours = open.split("/");
        var theirs = template.split("/");
        return ours.length == theirs.length
                && IntStream.range(0, ours.length)
                        .allMatch(at -> theirs[at].matches(VARIABLE)
                                ? ours[at].matches(VARIABLE) || ONE_VALUE.contains(ours[at])
                                : theirs[at].equals(ours[at]));
    }
}
