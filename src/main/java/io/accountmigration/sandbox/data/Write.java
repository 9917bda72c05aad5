package io.accountmigration.sandbox.data;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import java.time.Instant;

/** A write that reached a stand-in, and whether it changed anything there. */
@Entity
@Table(name = "sandbox_write")
public class Write {

    private static final int LONGEST_ID = 200;
    private static final int LONGEST_PATH = 2000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "sandbox_sequence")
    @SequenceGenerator(name = "sandbox_sequence", sequenceName = "sandbox_sequence")
    private Long id;

    private String publisherKey;
    private String system;
    private String method;
    private String path;
    private String requestId;
    private boolean effect;
    private Instant happenedAt;

    protected Write() {}

    public Write(
            String publisherKey,
            String system,
            String method,
            String path,
            String requestId,
            boolean effect,
            Instant happenedAt) {
        this.publisherKey = atMost(LONGEST_ID, publisherKey);
        this.system = system;
        this.method = method;
        this.path = atMost(LONGEST_PATH, path);
        this.requestId = atMost(LONGEST_ID, requestId);
        this.effect = effect;
        this.happenedAt = happenedAt;
    }

    private static String atMost(int length, String text) {
        return text == null || text.length() <= length ? text : text.substring(0, length);
    }

    public String system() {
        return system;
    }

    public String method() {
        return method;
    }

    public String path() {
        return path;
    }

    public String requestId() {
        return requestId;
    }

    public boolean hadEffect() {
        return effect;
    }

    public Instant happenedAt() {
        return happenedAt;
    }
}
