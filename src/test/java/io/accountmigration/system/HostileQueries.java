package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Queries that hold an expression, made from the description of its REST interface that comes with the engine. */
final class HostileQueries {

    static final int DEEPEST = 3;

    private static final String QUERY = "TaskQueryDto";
    private static final JsonNode DESCRIBED = read();

    /** A call that takes a query in its body, or in its address. */
    record Call(String verb, String path) {

        boolean isAboutOneFilter() {
            return path.contains("{id}");
        }

        /** What the call takes that holds this query. */
        Object bodyOf(Map<String, Object> query) {
            return path.equals("/filter/create") || verb.equals("PUT")
                    ? Map.of("resourceType", "Task", "name", "hostile", "query", query)
                    : query;
        }
    }

    private HostileQueries() {}

    /** Every field of a query that takes an expression. */
    static Set<String> fields() {
        var fields = new TreeSet<String>();
        DESCRIBED.path("components").path("schemas").forEach(schema -> names(schema.path("properties"))
                .filter(field -> field.endsWith("Expression"))
                .forEach(fields::add));
        return fields;
    }

    /** The field of a query that takes further queries. */
    static String nesting() {
        return names(DESCRIBED.at("/components/schemas/" + QUERY + "/properties"))
                .filter(field -> takesQueries(field))
                .findFirst()
                .orElseThrow();
    }

    /** The calls whose body is or holds a query, and those of filters, whose bodies are described as any object. */
    static List<Call> callsWithBody() {
        return operations()
                .filter(call -> {
                    var body = operation(call).path("requestBody").toString();
                    return body.contains("/" + QUERY + "\"") || call.path().startsWith("/filter/") && !body.isEmpty();
                })
                .toList();
    }

    /** The calls that take expressions as parameters. */
    static List<Call> callsWithParameters() {
        return operations()
                .filter(call -> operation(call).path("parameters").findValuesAsText("name").stream()
                        .anyMatch(name -> name.endsWith("Expression")))
                .toList();
    }

    static Map<String, Object> query(String field, String expression, int depth) {
        return depth == 1 ? Map.of(field, expression) : Map.of(nesting(), List.of(query(field, expression, depth - 1)));
    }

    private static boolean takesQueries(String field) {
        return DESCRIBED
                .at("/components/schemas/" + QUERY + "/properties/" + field + "/items")
                .toString()
                .contains("/" + QUERY + "\"");
    }

    private static Stream<Call> operations() {
        return names(DESCRIBED.path("paths"))
                .flatMap(path -> names(DESCRIBED.path("paths").path(path))
                        .map(verb -> new Call(verb.toUpperCase(java.util.Locale.ROOT), path)));
    }

    private static JsonNode operation(Call call) {
        return DESCRIBED.path("paths").path(call.path()).path(call.verb().toLowerCase(java.util.Locale.ROOT));
    }

    private static Stream<String> names(JsonNode object) {
        Iterable<String> names = object::fieldNames;
        return StreamSupport.stream(names.spliterator(), false);
    }

    private static JsonNode read() {
        try (var description = HostileQueries.class.getResourceAsStream("/openapi.json")) {
            return new ObjectMapper().readTree(description);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
