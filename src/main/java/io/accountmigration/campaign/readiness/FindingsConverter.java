package io.accountmigration.campaign.readiness;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.accountmigration.eligibility.Finding;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps findings as JSON text in the row that they belong to: they are read and written with it, never searched. */
@Converter
class FindingsConverter implements AttributeConverter<List<Finding>, String> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Override
    public String convertToDatabaseColumn(List<Finding> findings) {
        try {
            return findings == null ? null : JSON.writeValueAsString(findings);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("findings cannot be written", broken);
        }
    }

    @Override
    public List<Finding> convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("findings cannot be read", broken);
        }
    }
}
