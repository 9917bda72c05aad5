package io.accountmigration.sandbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** A publisher in Cloud Partner Portal: its settings, users and lock. Refuses what the portal would refuse. */
@Entity
@Table(name = "sandbox_publisher")
public class Publisher {

    @Id
    @Column(name = "publisher_key")
    private String key;

    private String publisherId;
    private String displayName;
    private String mpnId;

    @Convert(converter = Settings.AsText.class)
    private Settings settings;

    @ElementCollection
    @CollectionTable(name = "sandbox_cpp_user", joinColumns = @JoinColumn(name = "publisher_key"))
    @MapKeyColumn(name = "user_id")
    private Map<String, CppUser> users = new LinkedHashMap<>();

    private long contentVersion = 1;
    private boolean readOnly;
    private String accountId;

    @Embedded
    private Lock lock;

    @Embedded
    private ExpectedBehaviour story;

    protected Publisher() {}

    public Publisher(
            String publisherId,
            String displayName,
            String mpnId,
            Settings settings,
            Map<String, CppUser> users,
            ExpectedBehaviour story) {
        this.key = KeyNormalization.of(publisherId);
        this.publisherId = publisherId;
        this.displayName = displayName;
        this.mpnId = mpnId;
        this.settings = settings;
        this.users.putAll(users);
        this.story = story;
    }

    /** Goes on counting where a replaced publisher stopped, so that an ETag read from that one is stale. */
    public Publisher after(Publisher replaced) {
        contentVersion = replaced.contentVersion + 1;
        return this;
    }

    public Publisher movedTo(String newAccountId) {
        readOnly = true;
        accountId = newAccountId;
        return this;
    }

    public void enrolledAs(String partnerId) {
        story = story.enrolledAs(partnerId);
    }

    /** Locks for a case until an instant; answers whether anything changed. */
    public boolean lock(String caseId, Instant until, Instant now) {
        var wanted = new Lock(caseId, until);
        switch (status(now)) {
            case READ_ONLY -> throw readOnly();
            case LOCKED -> requireLockOf(caseId);
            case ACTIVE -> lock = null;
        }
        var changed = !wanted.equals(lock);
        lock = wanted;
        return changed;
    }

    public void unlock(String caseId, Instant now) {
        if (status(now) != CppStatus.LOCKED) {
            throw new Refusal(404, "LockNotFound", "Publisher " + publisherId + " is not locked.");
        }
        requireLockOf(caseId);
        lock = null;
    }

    /** Hands the publisher over to an account in Partner Center; answers whether anything changed. */
    public boolean switchTo(String newAccountId, String ifMatch) {
        if (readOnly) {
            if (newAccountId.equals(accountId)) {
                return false;
            }
            throw readOnly();
        }
        requireMatch(ifMatch);
        readOnly = true;
        accountId = newAccountId;
        lock = null;
        return true;
    }

    /** Adds or replaces a user; answers whether anything changed. */
    public boolean putUser(String userId, CppUser user) {
        if (user.equals(users.put(userId, user))) {
            return false;
        }
        contentVersion++;
        return true;
    }

    public boolean removeUser(String userId) {
        if (users.remove(userId) == null) {
            return false;
        }
        contentVersion++;
        return true;
    }

    /** Replaces one of the settings of a publisher that has moved; answers whether anything changed. */
    public boolean putSettings(String name, JsonNode value) {
        if (!readOnly) {
            throw new Refusal(409, "PublisherNotMoved", "People still edit publisher " + publisherId + " here.");
        }
        if (settings.get(name).filter(value::equals).isPresent()) {
            return false;
        }
        settings = settings.with(name, value);
        contentVersion++;
        return true;
    }

    public void requireMatch(String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new Refusal(400, "PreconditionMissing", "The header If-Match is required.");
        }
        if (!ifMatch.strip().equals("*") && !ifMatch.strip().equals(etag())) {
            throw new Refusal(
                    412, "PreconditionFailed", "Publisher " + publisherId + " has changed since it was read.");
        }
    }

    private void requireLockOf(String caseId) {
        if (!lock.caseId().equals(caseId)) {
            throw new Refusal(
                    409, "PublisherLocked", "Publisher " + publisherId + " is locked by case " + lock.caseId() + ".");
        }
    }

    private Refusal readOnly() {
        return new Refusal(
                409, "PublisherReadOnly", "Publisher " + publisherId + " has moved to account " + accountId + ".");
    }

    public CppStatus status(Instant now) {
        if (readOnly) {
            return CppStatus.READ_ONLY;
        }
        return lock != null && lock.isHeld(now) ? CppStatus.LOCKED : CppStatus.ACTIVE;
    }

    /** Stands for the content (settings, MPN ID, users); a lock does not make it stale. */
    public String etag() {
        return "\"" + contentVersion + "\"";
    }

    public String key() {
        return key;
    }

    public String publisherId() {
        return publisherId;
    }

    public String displayName() {
        return displayName;
    }

    public String mpnId() {
        return mpnId;
    }

    public Settings settings() {
        return settings;
    }

    public SortedMap<String, CppUser> users() {
        return new TreeMap<>(users);
    }

    public ExpectedBehaviour story() {
        return story;
    }

    public String accountId() {
        return accountId;
    }

    /** The lock last set, which may have ended. */
    public Lock lock() {
        return lock;
    }
}
