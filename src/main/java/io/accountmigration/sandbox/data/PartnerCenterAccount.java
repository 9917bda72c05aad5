package io.accountmigration.sandbox.data;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.MapKeyColumn;
import jakarta.persistence.Table;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A publisher's account in Partner Center: settings and users, provisioning at first, then active. */
@Entity
@Table(name = "sandbox_account")
public class PartnerCenterAccount {

    /** Whether the account is still being set up. */
    public enum State {
        PROVISIONING,
        ACTIVE,
        SUSPENDED
    }

    @Id
    private String accountId;

    private String publisherKey;
    private String publisherId;
    private String mpnId;
    private String tenantId;

    @Enumerated(EnumType.STRING)
    private State state = State.PROVISIONING;

    private String correlationId;

    @Convert(converter = Settings.AsText.class)
    private Settings settings = Settings.none();

    @ElementCollection
    @CollectionTable(name = "sandbox_account_user", joinColumns = @JoinColumn(name = "account_id"))
    @MapKeyColumn(name = "user_id")
    private Map<String, PartnerCenterUser> users = new LinkedHashMap<>();

    protected PartnerCenterAccount() {}

    public PartnerCenterAccount(
            String accountId, String publisherId, String mpnId, String tenantId, String correlationId) {
        this.accountId = accountId;
        this.publisherKey = KeyNormalization.of(publisherId);
        this.publisherId = publisherId;
        this.mpnId = mpnId;
        this.tenantId = tenantId;
        this.correlationId = correlationId;
    }

    public PartnerCenterAccount holding(Settings newSettings, Map<String, PartnerCenterUser> newUsers, State newState) {
        settings = newSettings;
        users.putAll(newUsers);
        state = newState;
        return this;
    }

    /** Sets one of the settings; answers whether anything changed. */
    public boolean putSettings(String name, JsonNode value) {
        if (settings.get(name).filter(value::equals).isPresent()) {
            return false;
        }
        settings = settings.with(name, value);
        return true;
    }

    /** Answers whether the account was not active before. */
    public boolean activate() {
        var changed = state != State.ACTIVE;
        state = State.ACTIVE;
        return changed;
    }

    Optional<PartnerCenterUser> putUser(String userId, PartnerCenterUser user) {
        return Optional.ofNullable(users.put(userId, user));
    }

    Optional<PartnerCenterUser> removeUser(String userId) {
        return Optional.ofNullable(users.remove(userId));
    }

    public Optional<PartnerCenterUser> user(String userId) {
        return Optional.ofNullable(users.get(userId));
    }

    public SortedMap<String, PartnerCenterUser> users() {
        return new TreeMap<>(users);
    }

    /** The roles that can be held here: those of every account, and those that somebody holds. */
    public List<PartnerCenterRole> roles() {
        var held =
                users.values().stream().flatMap(user -> user.roles().stream()).sorted();
        return Stream.concat(PartnerCenterRole.ALWAYS_THERE.stream(), held)
                .distinct()
                .toList();
    }

    public String accountId() {
        return accountId;
    }

    public String publisherKey() {
        return publisherKey;
    }

    public String publisherId() {
        return publisherId;
    }

    public String mpnId() {
        return mpnId;
    }

    public String tenantId() {
        return tenantId;
    }

    public State state() {
        return state;
    }

    public String correlationId() {
        return correlationId;
    }

    public Settings settings() {
        return settings;
    }
}
