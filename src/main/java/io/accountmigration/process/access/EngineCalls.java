package io.accountmigration.process.access;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.process.engine.Groups;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPatternParser;

/** The table of the engine's calls that are open, read from {@code engine/open-calls.yaml}. */
final class EngineCalls {

    /** The engine's REST interface. */
    static final String REST = "/engine-rest";

    /** An id at the end of a path; what other calls are named by is none. */
    private static final String ID = "{$1:(?!(?:count|statistics)\\$).+}";

    /** A group that is not one of this program's roles, without which nobody in that role could sign in. */
    private static final String OTHER_GROUP =
            "{$1:(?!(?:" + Stream.of(Role.values()).map(Groups::of).collect(Collectors.joining("|")) + ")\\$).+}";

    /** A user who is not the engine's own administrator, without whom the web applications lead everybody to their set-up. */
    private static final String OTHER_USER = "{$1:(?!" + Groups.OWN_ADMINISTRATOR + "\\$).+}";

    private static final Map<String, String> OTHERS = Map.of("{otherGroup}", OTHER_GROUP, "{otherUser}", OTHER_USER);

    private static final String EVERYBODY = "everybody";

    private static final Map<String, Role> ROLES = Map.of(
            "owners", Role.PUBLISHER_USER,
            "operators", Role.OPERATOR,
            "auditors", Role.AUDITOR,
            "services", Role.SERVICE,
            "administrators", Role.ADMINISTRATOR);

    /** The table as it is written. */
    record Section(String section, Api api, List<Row> calls) {}

    /** One line of it. */
    record Row(String call, String roles, String parameters, String body) {}

    /** Where a call is open. */
    enum Api {
        REST,
        WEB
    }

    private final List<EngineCall> calls;

    private EngineCalls(List<EngineCall> calls) {
        this.calls = calls;
    }

    static List<Section> sections() {
        try (var table = new ClassPathResource("engine/open-calls.yaml").getInputStream()) {
            return List.of(new YAMLMapper().readValue(table, Section[].class));
        } catch (IOException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** The table for web applications below this path. */
    static EngineCalls below(String webapps) {
        Map<Api, Function<String, Stream<String>>> pathsOf = Map.of(
                Api.REST, path -> Stream.of(REST + path, REST + "/engine/default" + path),
                Api.WEB, path -> Stream.of(webapps + "/api" + path.replaceFirst("^E/", "/engine/engine/default/")));
        return new EngineCalls(sections().stream()
                .flatMap(section ->
                        section.calls().stream().map(row -> call(section.section(), row, pathsOf.get(section.api()))))
                .toList());
    }

    private static EngineCall call(String section, Row row, Function<String, Stream<String>> paths) {
        var methodAndPath = row.call().split(" ");
        var last = OTHERS.getOrDefault(methodAndPath[1].replaceFirst(".*/", ""), ID);
        return new EngineCall(
                section,
                methodAndPath[0],
                paths.apply(methodAndPath[1].replaceFirst("\\{(\\w+)}$", last))
                        .map(PathPatternParser.defaultInstance::parse)
                        .toList(),
                roles(row.roles()),
                Set.copyOf(words(row.parameters())),
                Optional.ofNullable(row.body()).map(body -> BodyFields.of(words(body))));
    }

    private static Set<Role> roles(String names) {
        return names.equals(EVERYBODY)
                ? EnumSet.allOf(Role.class)
                : words(names).stream()
                        .map(name -> Optional.ofNullable(ROLES.get(name))
                                .orElseThrow(() -> new IllegalStateException("no role " + name)))
                        .collect(Collectors.toSet());
    }

    static List<String> words(String text) {
        return text == null ? List.of() : Arrays.asList(text.strip().split("\\s+"));
    }

    /** The line that opens a call to a caller. HEAD is open where GET is. */
    Optional<EngineCall> find(String method, String path, Set<Role> caller) {
        var wanted = method.equals("HEAD") ? "GET" : method;
        return openAt(path, caller).filter(call -> call.method().equals(wanted)).findFirst();
    }

    /** The methods that are open to a caller at a path; none where nothing is. */
    Set<String> methodsAt(String path, Set<Role> caller) {
        var methods = openAt(path, caller).map(EngineCall::method).collect(Collectors.toCollection(TreeSet::new));
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }

    /** A slash at the end of a path makes no difference. */
    private Stream<EngineCall> openAt(String path, Set<Role> caller) {
        var plain = PathContainer.parsePath(path.endsWith("/") ? path.substring(0, path.length() - 1) : path);
        return calls.stream().filter(call -> call.isOpenTo(caller) && call.isAt(plain));
    }
}
