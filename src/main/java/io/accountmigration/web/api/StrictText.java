package io.accountmigration.web.api;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import io.accountmigration.publisher.InvisibleText;
import java.io.IOException;

/**
 * Reads a JSON string and nothing else: a number is a mistake of the caller's, not a text. What is invisible at
 * its edges counts for nothing.
 */
public final class StrictText extends StdScalarDeserializer<String> {

    StrictText() {
        super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context) throws IOException {
        if (parser.hasToken(JsonToken.VALUE_STRING)) {
            return InvisibleText.trim(parser.getText());
        }
        return (String) context.handleUnexpectedToken(String.class, parser);
    }
}
