package io.accountmigration.migration;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.migration.move.UsersRead;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.partner.Tenant;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.util.List;

/** Keeps small value lists of a case as JSON text in its own row: they are read and written with it, never searched. */
public abstract class JsonColumn<T> implements AttributeConverter<T, String> {

    private static final ObjectMapper JSON =
            JsonMapper.builder().disable(MapperFeature.AUTO_DETECT_IS_GETTERS).build();

    private final TypeReference<T> type;

    JsonColumn(TypeReference<T> type) {
        this.type = type;
    }

    @Override
    public String convertToDatabaseColumn(T value) {
        try {
            return value == null ? null : JSON.writeValueAsString(value);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a value of the case cannot be written", broken);
        }
    }

    @Override
    public T convertToEntityAttribute(String text) {
        try {
            return text == null ? null : JSON.readValue(text, type);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a value of the case cannot be read", broken);
        }
    }

    @Converter
    static class OfFinding extends JsonColumn<Finding> {
        OfFinding() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class OfTenants extends JsonColumn<List<Tenant>> {
        OfTenants() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class OfTexts extends JsonColumn<List<String>> {
        OfTexts() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class OfOwners extends JsonColumn<List<CaseOwner>> {
        OfOwners() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class OfUsersLeftBehind extends JsonColumn<List<UserLeftBehind>> {
        OfUsersLeftBehind() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    static class OfKnownUsers extends JsonColumn<List<KnownUser>> {
        OfKnownUsers() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    public static class OfUsersRead extends JsonColumn<UsersRead> {
        OfUsersRead() {
            super(new TypeReference<>() {});
        }
    }

    @Converter
    public static class OfVerifiedItems extends JsonColumn<List<VerifiedItem>> {
        OfVerifiedItems() {
            super(new TypeReference<>() {});
        }
    }
}
