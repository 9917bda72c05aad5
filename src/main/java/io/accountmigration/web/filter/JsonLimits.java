package io.accountmigration.web.filter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import java.io.IOException;

/** Limits of JSON at every endpoint, before it is parsed: depth of nesting, length of numbers, no U+0000. */
final class JsonLimits {

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(32)
                    .maxNumberLength(64)
                    .build())
            .build();

    private JsonLimits() {}

    /** Whether this JSON keeps them, as far as it can be read; what cannot be read is for the endpoint to answer. */
    static boolean areKeptBy(byte[] body) throws IOException {
        try (var parser = JSON.createParser(body)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (isText(token) && parser.getText().indexOf('\0') >= 0) {
                    return false;
                }
            }
            return true;
        } catch (StreamConstraintsException beyond) {
            return false;
        } catch (JsonParseException unreadable) {
            return true;
        }
    }

    private static boolean isText(JsonToken token) {
        return token == JsonToken.FIELD_NAME || token == JsonToken.VALUE_STRING;
    }
}
