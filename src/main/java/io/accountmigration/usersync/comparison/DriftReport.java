package io.accountmigration.usersync.comparison;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.List;
import org.springframework.data.domain.Persistable;

/** The differences that the last comparison of an account found. */
@Entity
@Table(name = "user_sync_report")
public class DriftReport implements Persistable<String> {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    @Id
    private String publisherKey;

    private Instant comparedAt;
    private String drifts;

    @Transient
    private boolean unsaved;

    protected DriftReport() {}

    DriftReport(String publisherKey) {
        this.publisherKey = publisherKey;
        this.unsaved = true;
    }

    @Override
    public String getId() {
        return publisherKey;
    }

    @Override
    public boolean isNew() {
        return unsaved;
    }

    void found(List<Drift> found, Instant at) {
        try {
            drifts = JSON.writeValueAsString(found);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a report cannot be written", broken);
        }
        comparedAt = at;
    }

    /** When both sides were read. */
    public Instant comparedAt() {
        return comparedAt;
    }

    /** What was found. */
    public List<Drift> drifts() {
        try {
            return JSON.readValue(drifts, new TypeReference<>() {});
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("a report cannot be read", broken);
        }
    }
}
