package io.accountmigration.sandbox.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.Optional;
import java.util.Set;
import org.hibernate.annotations.Immutable;

/** The settings of an account by name ({@code agreement}, {@code company}, {@code payout}); never changed in place. */
public final class Settings {

    private static final Set<String> NAMES = Set.of("agreement", "company", "payout");
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode content;

    private Settings(ObjectNode content) {
        this.content = content;
    }

    public static boolean isName(String name) {
        return NAMES.contains(name);
    }

    public static Settings none() {
        return new Settings(JSON.createObjectNode());
    }

    public static Settings of(JsonNode content) {
        return content instanceof ObjectNode object ? new Settings(object.deepCopy()) : none();
    }

    public Optional<JsonNode> get(String name) {
        return Optional.ofNullable(content.get(name));
    }

    public Settings with(String name, JsonNode value) {
        var changed = content.deepCopy();
        changed.set(name, value);
        return new Settings(changed);
    }

    public JsonNode asJson() {
        return content.deepCopy();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Settings settings && settings.content.equals(content);
    }

    @Override
    public int hashCode() {
        return content.hashCode();
    }

    @Override
    public String toString() {
        return content.toString();
    }

    @Converter
    @Immutable
    static class AsText implements AttributeConverter<Settings, String> {

        @Override
        public String convertToDatabaseColumn(Settings settings) {
            return settings == null ? "{}" : settings.toString();
        }

        @Override
        public Settings convertToEntityAttribute(String text) {
            try {
                return Settings.of(JSON.readTree(text));
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("Stored settings are no JSON", e);
            }
        }
    }
}
