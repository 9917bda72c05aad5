package io.accountmigration.system.rough;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Bodies made up from the fields that an open call of the engine takes: empty, with nulls, with values out of bounds. */
final class RoughEngineCalls {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String LIST = "[]";

    /** What makes the engine look at the other fields of the same object. */
    private static final Map<String, String> TAKEN = Map.of(
            "sortBy", "processVariable", "sortOrder", "asc", "operator", "eq", "variable", "a", "type", "String");

    private static final List<JsonNode> ODD_VALUES = List.of(
            JSON.nullNode(),
            JSON.textNode(""),
            JSON.textNode("a".repeat(5_000)),
            JSON.numberNode(-1),
            JSON.numberNode(new java.math.BigInteger("9".repeat(30))),
            JSON.booleanNode(true));

    private RoughEngineCalls() {}

    /** All bodies for a call with these fields, as {@code open-calls.yaml} writes them. */
    static List<String> bodiesOf(List<String> fields) {
        var bodies = new ArrayList<>(List.of("", "{}", "null", "[]"));
        for (var odd : ODD_VALUES) {
            var all = JSON.objectNode();
            fields.forEach(field -> put(all, field, odd));
            bodies.add(all.toString());
        }
        for (var field : fields) {
            bodies.add(without(fields, field));
            ODD_VALUES.forEach(odd -> bodies.add(with(fields, field, odd)));
        }
        return bodies;
    }

    private static String with(List<String> fields, String field, JsonNode odd) {
        var body = JSON.objectNode();
        relatives(fields, field).forEach(relative -> put(body, relative, taken(relative)));
        put(body, field, odd);
        return body.toString();
    }

    private static String without(List<String> fields, String field) {
        var body = JSON.objectNode();
        relatives(fields, field).stream()
                .filter(relative -> !relative.equals(field))
                .forEach(relative -> put(body, relative, taken(relative)));
        return body.toString();
    }

    /** The fields of the same object, and of those within it. */
    private static List<String> relatives(List<String> fields, String field) {
        var parent = field.substring(0, field.indexOf('.') + 1);
        return parent.isEmpty()
                ? List.of()
                : fields.stream().filter(other -> other.startsWith(parent)).toList();
    }

    private static TextNode taken(String field) {
        return JSON.textNode(TAKEN.getOrDefault(field.substring(field.lastIndexOf('.') + 1), "a"));
    }

    private static void put(ObjectNode object, String field, JsonNode value) {
        var dot = field.indexOf('.');
        var first = (dot < 0 ? field : field.substring(0, dot))
                .replaceAll("!|=.*", "")
                .replace("**", "anything");
        var isList = first.endsWith(LIST);
        var name = isList ? first.substring(0, first.length() - LIST.length()) : first;
        if (dot < 0) {
            object.set(name, isList ? JSON.arrayNode().add(value) : value);
        } else if (isList) {
            var list = object.withArray(name);
            put(list.isEmpty() ? list.addObject() : (ObjectNode) list.get(0), field.substring(dot + 1), value);
        } else {
            put(object.withObjectProperty(name), field.substring(dot + 1), value);
        }
    }
}
