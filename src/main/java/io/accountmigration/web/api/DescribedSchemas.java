package io.accountmigration.web.api;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.lang.Nullable;

/** Describes what calls take and answer as it is: distinct names, and what is always there or may be null. */
@Configuration(proxyBeanMethods = false)
class DescribedSchemas {

    private static final String REFERENCE = "#/components/schemas/";

    private final SchemaNames names = new SchemaNames();

    @Bean
    ModelResolver modelResolver() {
        return (ModelResolver) new ModelResolver(Json31.mapper(), names).openapi31(true);
    }

    /** Completes what the library says of the records in a description. */
    void completeIn(OpenAPI description) {
        var schemas = description.getComponents().getSchemas();
        schemas.forEach((name, schema) -> {
            // The library says of a record what is true of one field that holds it.
            schema.setTypes(new LinkedHashSet<>(Set.of("object")));
            names.recordOf(name).ifPresent(type -> Stream.of(type.getRecordComponents())
                    .filter(field -> field.getAccessor().isAnnotationPresent(Nullable.class))
                    .forEach(field -> allowNull(schema, field.getName())));
        });
        answeredIn(description, schemas).map(schemas::get).forEach(DescribedSchemas::requireAllFields);
    }

    /** The library says so of plain values, but for the values that they may have. */
    private static void allowNull(Schema<?> schema, String field) {
        var described = schema.getProperties().get(field);
        if (described.get$ref() != null) {
            schema.getProperties()
                    .put(
                            field,
                            new JsonSchema()
                                    .anyOf(List.of(
                                            new JsonSchema().$ref(described.get$ref()),
                                            new JsonSchema().types(Set.of("null")))));
        } else if (described.getEnum() != null && !described.getEnum().contains(null)) {
            described.getEnum().add(null);
        }
    }

    /** A record is answered with all its fields: one without a value is null rather than left out. */
    private static void requireAllFields(Schema<?> schema) {
        if (schema.getProperties() != null) {
            schema.setRequired(List.copyOf(schema.getProperties().keySet()));
        }
    }

    private static Stream<String> answeredIn(OpenAPI description, Map<String, Schema> schemas) {
        var found = new LinkedHashSet<String>();
        description.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .flatMap(call -> call.getResponses().values().stream())
                .filter(answer -> answer.getContent() != null)
                .flatMap(answer -> answer.getContent().values().stream())
                .forEach(content -> collect(content.getSchema(), schemas, found));
        return found.stream();
    }

    private static void collect(Schema<?> schema, Map<String, Schema> schemas, Set<String> found) {
        if (schema == null) {
            return;
        }
        if (schema.get$ref() != null && found.add(nameOf(schema))) {
            collect(schemas.get(nameOf(schema)), schemas, found);
        }
        collect(schema.getItems(), schemas, found);
        Stream.of(schema.getAnyOf(), schema.getOneOf(), schema.getAllOf())
                .filter(Objects::nonNull)
                .forEach(parts -> parts.forEach(part -> collect(part, schemas, found)));
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(field -> collect(field, schemas, found));
        }
    }

    private static String nameOf(Schema<?> reference) {
        return reference.get$ref().substring(REFERENCE.length());
    }
}
