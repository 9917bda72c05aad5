package io.accountmigration.description;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The description of the interface, and whether answers are as it says: a described status and kind of content, and a body
 * with all fields that are required and none that is not described. How many were checked is printed when all tests of the
 * process are through.
 */
public final class DescribedAnswers {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String ROOT = "https://description.test/openapi.json";
    private static final Pattern ESCAPED = Pattern.compile("[~/]");
    private static final AtomicInteger CHECKED = new AtomicInteger();

    static {
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> System.out.println("[DESCRIPTION] answers that are as described: " + CHECKED)));
    }

    private final JsonNode description;
    private final SchemaRegistry schemas;
    private final Map<String, PathPattern> paths = new ConcurrentHashMap<>();
    private final Map<String, Schema> known = new ConcurrentHashMap<>();

    public DescribedAnswers(String description) {
        this.description = closed(read(description));
        this.schemas = SchemaRegistry.withDefaultDialect(
                SpecificationVersion.DRAFT_2020_12,
                registry -> registry.schemas(Map.of(ROOT, this.description.toString())));
        this.description
                .path("paths")
                .fieldNames()
                .forEachRemaining(path -> paths.put(path, PathPatternParser.defaultInstance.parse(path)));
    }

    /**
     * Checks an answer.
     *
     * @param path without the query
     * @throws AssertionError if the answer is not as described
     */
    public void check(String method, String path, int status, String contentType, String body) {
        var problem = problemOf(method, path, status, contentType, body);
        if (problem.isPresent()) {
            throw new AssertionError(method + " " + path + " was answered with " + status
                    + ", which is not as the interface is described: " + problem.get() + "\n" + body);
        }
    }

    private Optional<String> problemOf(String method, String path, int status, String contentType, String body) {
        var type =
                contentType == null ? "" : contentType.replaceFirst(";.*", "").strip();
        // A file that is asked for with Accept is described at the path of its own.
        var isFile = type.equals("text/csv") && method.equals("GET");
        var template = isFile
                ? templateOf(path + ".csv", method).or(() -> templateOf(path, method))
                : templateOf(path, method);
        if (template.isEmpty()) {
            // No call of the interface: 404 and 405 belong to no operation.
            return status < 300 ? Optional.of("the call is not described") : Optional.empty();
        }
        var verb = method.toLowerCase(Locale.ROOT);
        var answer = description
                .path("paths")
                .path(template.get())
                .path(verb)
                .path("responses")
                .path("" + status);
        if (answer.isMissingNode()) {
            return Optional.of("the status is not described");
        }
        if (body == null || body.isEmpty()) {
            return answer.path("content").isEmpty() ? counted(List.of()) : Optional.of("the body is missing");
        }
        var content = answer.path("content").path(type);
        if (content.isMissingNode()) {
            return Optional.of("content of the type " + type + " is not described");
        }
        if (!type.endsWith("json")) {
            return counted(List.of());
        }
        var pointer = "/paths/" + escaped(template.get()) + "/" + verb + "/responses/" + status + "/content/"
                + escaped(type) + "/schema";
        return counted(schemaAt(pointer).validate(read(body)));
    }

    private static Optional<String> counted(List<Error> errors) {
        CHECKED.incrementAndGet();
        return errors.isEmpty() ? Optional.empty() : Optional.of(errors.toString());
    }

    /** Of the paths that fit, the one with the fewest variables. */
    private Optional<String> templateOf(String path, String method) {
        var container = PathContainer.parsePath(path);
        return paths.entrySet().stream()
                .filter(entry -> description.path("paths").path(entry.getKey()).has(method.toLowerCase(Locale.ROOT)))
                .filter(entry -> fits(entry.getKey(), method, entry.getValue().matchAndExtract(container)))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A variable may have a few values only. */
    private boolean fits(String template, String method, PathPattern.PathMatchInfo match) {
        if (match == null) {
            return false;
        }
        var parameters = description
                .path("paths")
                .path(template)
                .path(method.toLowerCase(Locale.ROOT))
                .path("parameters");
        return StreamSupport.stream(parameters.spliterator(), false)
                .filter(parameter -> parameter.path("schema").has("enum"))
                .filter(parameter -> match.getUriVariables()
                        .containsKey(parameter.path("name").asText()))
                .allMatch(parameter -> StreamSupport.stream(
                                parameter.at("/schema/enum").spliterator(), false)
                        .anyMatch(value -> value.asText()
                                .equals(match.getUriVariables()
                                        .get(parameter.path("name").asText()))));
    }

    private Schema schemaAt(String pointer) {
        return known.computeIfAbsent(pointer, it -> schemas.getSchema(SchemaLocation.of(ROOT + "#" + it)));
    }

    private static String escaped(String part) {
        return ESCAPED.matcher(part)
                .replaceAll(found -> found.group().equals("~") ? "~0" : "~1")
                .replace("{", "%7B")
                .replace("}", "%7D");
    }

    /** The interface may get more fields later; today it has none that the description does not name. */
    private static JsonNode closed(JsonNode description) {
        description.at("/components/schemas").forEach(schema -> {
            if (schema.has("properties")) {
                ((ObjectNode) schema).put("additionalProperties", false);
            }
        });
        return description;
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException noJson) {
            throw new AssertionError("no JSON: " + json, noJson);
        }
    }
}
