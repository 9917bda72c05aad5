package io.accountmigration.process.access;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.process.access.CallLimits.Bounds;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The fields that the body of a call may have. Everything else in it is refused, at any depth. */
final class BodyFields {

    private static final String ANYTHING = "**";
    private static final String LIST = "[]";
    private static final String THE_CALLER = "=caller";
    private static final String REQUIRED = "!";
    private static final Pattern BOUNDED = Pattern.compile("(?<name>\\w+)=(?<least>\\d+)-(?<most>\\d+)");

    private final Map<String, BodyFields> fields = new TreeMap<>();
    private final Set<String> callerIds = new TreeSet<>();
    private final Map<String, Bounds> bounds = new TreeMap<>();
    private BodyFields element;
    private boolean anything;
    private boolean required;

    private BodyFields() {}

    /**
     * As the table writes them: {@code a.b}, {@code a[]}, {@code a[].b}, {@code a.**}, {@code a!}, {@code a=1-10},
     * {@code a=caller}.
     */
    static BodyFields of(Collection<String> paths) {
        var all = new BodyFields();
        paths.forEach(path -> {
            var at = all;
            for (var name : path.split("\\.")) {
                at = at.add(name);
            }
        });
        return all;
    }

    private BodyFields add(String name) {
        if (name.equals(ANYTHING)) {
            anything = true;
            return this;
        }
        if (name.endsWith(THE_CALLER)) {
            var field = name.substring(0, name.length() - THE_CALLER.length());
            callerIds.add(field);
            return add(field);
        }
        var bounded = BOUNDED.matcher(name);
        if (bounded.matches()) {
            bounds.put(
                    bounded.group("name"),
                    new Bounds(Integer.parseInt(bounded.group("least")), Integer.parseInt(bounded.group("most"))));
            return add(bounded.group("name"));
        }
        if (name.endsWith(REQUIRED)) {
            var field = add(name.substring(0, name.length() - REQUIRED.length()));
            field.required = true;
            return field;
        }
        if (!name.endsWith(LIST)) {
            return fields.computeIfAbsent(name, any -> new BodyFields());
        }
        var list = fields.computeIfAbsent(name.substring(0, name.length() - LIST.length()), any -> new BodyFields());
        list.element = list.element == null ? new BodyFields() : list.element;
        return list.element;
    }

    /** Refuses a call without a body where a field has to be sent. */
    void checkNone() throws EngineCallRefused {
        if (!callerIds.isEmpty()) {
            throw new EngineCallRefused("BODY_UNREADABLE", 400, "");
        }
    }

    /** Refuses a body that has any other field, a value that the call does not take, or another user id than the caller's. */
    void check(JsonNode body, String caller) throws EngineCallRefused {
        if (!body.isObject()) {
            throw new EngineCallRefused("BODY_UNREADABLE", 400, "");
        }
        checkNames(body);
        check("", body);
        for (var field : callerIds) {
            CallLimits.checkCaller(field, body.path(field), caller);
        }
        for (var field : bounds.entrySet()) {
            CallLimits.checkNumber(field.getKey(), body.path(field.getKey()), field.getValue());
        }
    }

    /** An expression is reported as such, also when something else is wrong with the request. */
    private static void checkNames(JsonNode value) throws EngineCallRefused {
        for (var field : value.properties()) {
            CallLimits.checkName(field.getKey());
        }
        for (var part : value) {
            checkNames(part);
        }
    }

    private void check(String name, JsonNode value) throws EngineCallRefused {
        if (value.isObject()) {
            checkRequired(value);
            for (var field : value.properties()) {
                below(field.getKey()).check(field.getKey(), field.getValue());
            }
        } else if (value.isArray()) {
            checkList(name, value);
        } else {
            CallLimits.checkValue(name, value);
        }
    }

    private void checkList(String name, JsonNode list) throws EngineCallRefused {
        CallLimits.checkLength(name, list);
        if (element == null && !anything) {
            throw new EngineCallRefused("REQUEST_INVALID", 400, name);
        }
        for (var value : list) {
            if (value.isNull()) {
                throw new EngineCallRefused("REQUEST_INVALID", 400, name);
            }
            (anything ? this : element).check(name, value);
        }
    }

    private void checkRequired(JsonNode object) throws EngineCallRefused {
        for (var field : fields.entrySet()) {
            if (field.getValue().required && !object.hasNonNull(field.getKey())) {
                throw new EngineCallRefused("REQUEST_INVALID", 400, field.getKey());
            }
        }
    }

    private BodyFields below(String field) throws EngineCallRefused {
        var known = anything ? this : fields.get(field);
        if (known == null) {
            throw new EngineCallRefused("QUERY_NOT_SUPPORTED", 400, field);
        }
        return known;
    }
}
