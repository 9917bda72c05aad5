package io.accountmigration.system.rough;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * Makes calls from a published interface description: some as described, most with something wrong somewhere. The same
 * random numbers make the same calls.
 */
final class RoughCalls {

    /** One call, with all that is needed to make it again. */
    record RoughCall(String verb, String path, String body, Map<String, String> headers) {}

    /** An operation of the description. */
    record Described(String path, HttpMethod verb, Operation operation) {}

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEPEST = 3;

    private static final List<String> ODD_TEXTS = List.of(
            "",
            " ",
            "null",
            "a".repeat(321),
            "a".repeat(20_000),
            "\u0000",
            "a\r\nb: c",
            "\u202e\u200b\u0301",
            "\ud83d\ude00",
            "\ud800",
            "\uffff",
            "' or 1=1 --",
            "%",
            "_",
            "${7*7}",
            "#{execution}",
            "{{7*7}}",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "=1+1",
            "-1",
            "1e400",
            "9223372036854775808",
            "2026-02-30T25:61:61Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-999999999-01-01T00:00:00Z",
            "true",
            "[]",
            "{}");

    private static final List<String> BROKEN_BODIES = List.of(
            "",
            "{",
            "nonsense",
            "null",
            "[]",
            "[[[[",
            "\"text\"",
            "1",
            "1e999999",
            "{\"a\":",
            "{\"a\":1}}",
            "{\"publisherId\":\"a\",\"publisherId\":\"b\"}",
            "[".repeat(20_000),
            "{\"a\":".repeat(5_000),
            "\u0000",
            "\ufeff{}",
            "<a/>",
            "a=b");

    private final OpenAPI description;
    private final List<String> ids;
    private final RandomGenerator random;

    RoughCalls(String description, List<String> ids, RandomGenerator random) {
        try {
            this.description = Json31.mapper().readValue(description, OpenAPI.class);
        } catch (JsonProcessingException unreadable) {
            throw new AssertionError(unreadable);
        }
        this.ids = ids;
        this.random = random;
    }

    List<Described> operations() {
        var all = new ArrayList<Described>();
        description.getPaths().forEach((path, item) -> item.readOperationsMap()
                .forEach((verb, operation) -> all.add(new Described(path, verb, operation))));
        return all;
    }

    RoughCall of(Described described) {
        var path = described.path();
        var query = new ArrayList<String>();
        var headers = new HashMap<String, String>();
        var parameters =
                Optional.ofNullable(described.operation().getParameters()).orElse(List.of());
        for (var parameter : parameters) {
            var value = textFor(parameter);
            switch (parameter.getIn()) {
                case "path" -> path = path.replace("{" + parameter.getName() + "}", encoded(value));
                case "query" -> {
                    if (random.nextInt(3) > 0) {
                        query.add(parameter.getName() + "=" + encoded(value));
                    }
                }
                default -> headers.put(parameter.getName(), value.replaceAll("[^\\x20-\\x7e]", "?"));
            }
        }
        addOddHeaders(headers);
        var target = query.isEmpty() ? path : path + "?" + String.join("&", query);
        return new RoughCall(described.verb().name(), target, bodyOf(described.operation(), headers), headers);
    }

    private String textFor(Parameter parameter) {
        return oneIn(6)
                ? any(ODD_TEXTS)
                : valueOf(parameter.getSchema(), parameter.getName(), 0).asText();
    }

    private void addOddHeaders(Map<String, String> headers) {
        if (oneIn(6)) {
            headers.put("Accept", any(List.of("text/csv", "text/html", "application/xml", "*/*", "x", ";;")));
        }
        if (oneIn(10)) {
            headers.put("Accept-Language", any(List.of("nl", "xx-YY-zz", "*", "en;q=2", "a".repeat(500), "-")));
        }
        if (oneIn(10)) {
            headers.put("X-HTTP-Method-Override", "DELETE");
        }
    }

    private String bodyOf(Operation operation, Map<String, String> headers) {
        if (operation.getRequestBody() == null) {
            return oneIn(10) ? any(BROKEN_BODIES) : null;
        }
        var content = operation.getRequestBody().getContent();
        var type = any(List.copyOf(content.keySet()));
        headers.put("Content-Type", oneIn(12) ? any(List.of("text/plain", "application/xml", "x", "a/b;c")) : type);
        if (oneIn(5)) {
            return any(BROKEN_BODIES);
        }
        var schema = content.get(type).getSchema();
        return type.contains("json") ? written(valueOf(schema, "body", 0)) : any(ODD_TEXTS);
    }

    /** A value of a schema, in which every third part is something else. */
    private JsonNode valueOf(Schema<?> described, String name, int depth) {
        var schema = resolved(described);
        if (depth > 0 && oneIn(5)) {
            return oddValue();
        }
        if (schema.getEnum() != null && !schema.getEnum().isEmpty()) {
            return JSON.textNode(String.valueOf(any(schema.getEnum())));
        }
        return switch (typeOf(schema)) {
            case "object" -> object(schema, depth);
            case "array" -> array(schema, name, depth);
            case "integer" -> JSON.numberNode(random.nextInt(-5, 200));
            case "number" -> JSON.numberNode(random.nextDouble(-1, 2));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            default -> text(schema, name);
        };
    }

    private JsonNode object(Schema<?> schema, int depth) {
        var object = JSON.objectNode();
        if (schema.getProperties() != null && depth < DEEPEST) {
            schema.getProperties().forEach((name, property) -> {
                if (!oneIn(6)) {
                    object.set(name, valueOf(property, name, depth + 1));
                }
            });
        }
        if (oneIn(8)) {
            object.set(any(List.of("__proto__", "@class", "class", "id", "")), oddValue());
        }
        return object;
    }

    private JsonNode array(Schema<?> schema, String name, int depth) {
        var array = JSON.arrayNode();
        var length = oneIn(10) ? 1000 : random.nextInt(4);
        for (int i = 0; i < length && depth < DEEPEST; i++) {
            array.add(valueOf(schema.getItems(), name, depth + 1));
        }
        return array;
    }

    private JsonNode text(Schema<?> schema, String name) {
        if ("date-time".equals(schema.getFormat())) {
            return JSON.textNode("2026-03-02T09:00:0" + random.nextInt(10) + "Z");
        }
        return JSON.textNode(name.toLowerCase(java.util.Locale.ROOT).contains("id") ? any(ids) : any(ODD_TEXTS));
    }

    private JsonNode oddValue() {
        return switch (random.nextInt(7)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(random.nextLong());
            case 2 -> JSON.booleanNode(random.nextBoolean());
            case 3 -> JSON.arrayNode().add(JSON.nullNode()).add(JSON.arrayNode());
            case 4 -> JSON.objectNode().put("a", any(ODD_TEXTS));
            default -> JSON.textNode(any(ODD_TEXTS));
        };
    }

    private Schema<?> resolved(Schema<?> schema) {
        if (schema == null) {
            return new Schema<>().type("string");
        }
        return schema.get$ref() == null
                ? schema
                : description.getComponents().getSchemas().get(schema.get$ref().replaceFirst(".*/", ""));
    }

    private static String typeOf(Schema<?> schema) {
        var types = schema.getTypes();
        return types == null || types.isEmpty()
                ? Optional.ofNullable(schema.getType()).orElse("string")
                : types.iterator().next();
    }

    private boolean oneIn(int times) {
        return random.nextInt(times) == 0;
    }

    private <T> T any(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static String written(JsonNode value) {
        try {
            return new ObjectMapper().writeValueAsString(value);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
