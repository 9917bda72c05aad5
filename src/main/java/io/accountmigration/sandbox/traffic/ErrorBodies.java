package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Errors in the words of each system: an envelope in most, a numbered description in Partner Center. */
public final class ErrorBodies {

    private ErrorBodies() {}

    public static JsonNode of(WireSystem system, String code, String message) {
        var body = JsonNodeFactory.instance.objectNode();
        return switch (system) {
            case PARTNER_CENTER -> numbered(body, code, message);
            case TOKEN -> body.put("error", code).put("error_description", message);
            default -> {
                body.putObject("error").put("code", code).put("message", message);
                yield body;
            }
        };
    }

    static JsonNode tooManyCalls(long seconds) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("statusCode", 429)
                .put("message", "Rate limit is exceeded. Try again in " + seconds + " seconds.");
    }

    private static JsonNode numbered(ObjectNode body, String code, String message) {
        if (code.matches("[0-9]{1,9}")) {
            body.put("code", Integer.parseInt(code));
        } else {
            body.put("code", code);
        }
        body.put("description", message).putArray("data");
        return body.put("source", "PartnerFD");
    }
}
