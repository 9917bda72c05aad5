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

    /** The table is read once: it is asked many thousand times. */
    private static final List<Open> TABLE = EngineCalls.sections().stream()
            .flatMap(section -> section.calls().stream().map(row -> Open.of(section, row)))
            .toList();

    /** One line, with its path as it is called. */
    public record Line(
            boolean isForPeople,
            String method,
            String path,
            List<String> roles,
            List<String> parameters,
            List<String> body) {}

    /** One line with every path at which it is open, split at its slashes as well. */
    private record Open(String name, Line line, List<String[]> steps) {

        static Open of(EngineCalls.Section section, EngineCalls.Row row) {
            var call = row.call().split(" ");
            var paths = pathsOf(section.api(), call[1]);
            var line = new Line(
                    section.api() == EngineCalls.Api.WEB,
                    call[0],
                    paths.get(0),
                    EngineCalls.words(row.roles()),
                    EngineCalls.words(row.parameters()),
                    EngineCalls.words(row.body()));
            return new Open(
                    section.section() + ": " + row.call(),
                    line,
                    paths.stream().map(path -> path.split("/")).toList());
        }

        boolean isFor(String group) {
            return line.roles().contains("everybody") || line.roles().contains(group);
        }

        boolean covers(String[] template) {
            return steps.stream().anyMatch(open -> OpenCalls.covers(open, template));
        }
    }

    private OpenCalls() {}

    /** Every line, at the first path at which it is open. */
    public static List<Line> lines() {
        return TABLE.stream().map(Open::line).toList();
    }

    /** Whether a group may make a call of which the path is given as a template; OPTIONS it may ask wherever it may call. */
    public static boolean isOpen(String method, String path, String group) {
        var template = path.split("/");
        return TABLE.stream()
                .filter(open ->
                        method.equals("OPTIONS") || method.equals(open.line().method()))
                .anyMatch(open -> open.isFor(group) && open.covers(template));
    }

    /** Every line for the web applications, by who needs it. */
    public static Set<String> linesOfTheWebApplications() {
        return TABLE.stream()
                .filter(open -> open.line().isForPeople())
                .map(Open::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The line that opens a call of a web application to a group; the path is given without parameters. */
    public static Optional<String> lineFor(String method, String path, String group) {
        return TABLE.stream()
                .filter(open -> open.line().isForPeople() && open.isFor(group))
                .filter(open -> isCalled(open.line(), method, path))
                .map(Open::name)
                .findFirst();
    }

    private static boolean isCalled(Line open, String method, String path) {
        return open.method().equals(method)
                && path.replaceAll("/$", "")
                        .matches(open.path()
                                .replaceFirst(VARIABLE + "$", "(?!(count|statistics)\\$)[^/]+")
                                .replaceAll(VARIABLE, "[^/]+"));
    }

    private static List<String> pathsOf(EngineCalls.Api api, String path) {
        return switch (api) {
            case REST -> List.of("/engine-rest" + path, "/engine-rest/engine/default" + path);
            case WEB -> List.of("/camunda/api" + path.replaceFirst("^E/", "/engine/engine/default/"));
        };
    }

    private static boolean covers(String[] open, String[] template) {
        return open.length == template.length
                && IntStream.range(0, open.length)
                        .allMatch(at -> isVariable(template[at])
                                ? isVariable(open[at]) || ONE_VALUE.contains(open[at])
                                : template[at].equals(open[at]));
    }

    private static boolean isVariable(String step) {
        return step.startsWith("{") && step.endsWith("}");
    }
}
