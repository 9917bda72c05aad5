package io.accountmigration.web.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import java.io.IOException;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Gives what calls take and answer an example, put together from one value for each name of a field, or for the field of
 * one schema where the name means something else there.
 */
@Component
class InterfaceExamples {

    private final ObjectMapper json;
    private final JsonNode values;

    InterfaceExamples(ObjectMapper json) throws IOException {
        this.json = json;
        try (var file = new ClassPathResource("texts/interface-examples.json").getInputStream()) {
            this.values = json.readTree(file);
        }
    }

    /** The value of a header or of a part of the path or query. */
    Optional<JsonNode> of(String parameter) {
        return Optional.ofNullable(values.get(parameter));
    }

    /** Fills in what has none yet; the examples of files are kept by the path of the call. */
    void giveTo(Content content, String path, Components components) {
        content.forEach((type, body) -> {
            if (body.getExample() == null && body.getExamples() == null && body.getSchema() != null) {
                body.setExample(
                        type.contains("json")
                                ? valueOf("", body.getSchema(), components)
                                : values.path(path).asText());
            }
        });
    }

    private JsonNode valueOf(String name, Schema<?> schema, Components components) {
        if (schema.get$ref() != null) {
            var of = schema.get$ref().replaceFirst(".*/", "");
            return valueOf(of, components.getSchemas().get(of), components);
        }
        if (schema.getProperties() != null) {
            var object = json.createObjectNode();
            schema.getProperties()
                    .forEach((field, property) -> object.set(
                            field,
                            Optional.ofNullable(values.get(name + "." + field))
                                    .or(() -> Optional.ofNullable(values.get(field)))
                                    .orElseGet(() -> valueOf(field, property, components))));
            return object;
        }
        if (schema.getItems() != null) {
            return json.createArrayNode().add(valueOf(name, schema.getItems(), components));
        }
        if (schema.getExample() != null) {
            return json.valueToTree(schema.getExample());
        }
        return schema.getEnum() == null || schema.getEnum().isEmpty()
                ? NullNode.getInstance()
                : json.valueToTree(schema.getEnum().get(0));
    }
}
