package io.accountmigration.sandbox.data;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Changes the users of accounts in Partner Center; each change leaves an audit record. */
@Component
@Profile("sandbox")
public class PartnerCenterUsers {

    private final EntityManager entities;
    private final Clock clock;

    public PartnerCenterUsers(SandboxDatabase database, Clock clock) {
        this.entities = database.entityManager();
        this.clock = clock;
    }

    /** Adds or replaces a user; answers whether anything changed. */
    public boolean put(PartnerCenterAccount account, String userId, PartnerCenterUser user) {
        var before = account.putUser(userId, user);
        if (before.filter(user::equals).isPresent()) {
            return false;
        }
        var operation = before.isPresent() ? "update_partner_user" : "create_partner_user";
        record(account.accountId(), operation, userId, user, clock.instant());
        return true;
    }

    public boolean remove(PartnerCenterAccount account, String userId) {
        var removed = account.removeUser(userId);
        removed.ifPresent(
                user -> record(account.accountId(), "remove_partner_user", userId, gone(user), clock.instant()));
        return removed.isPresent();
    }

    /** Gives a role to a user, who becomes one by that if need be. */
    public void grant(PartnerCenterAccount account, PartnerCenterRole role, String userId, PartnerCenterUser newcomer) {
        put(account, userId, account.user(userId).orElse(newcomer).with(role));
    }

    /** Removes a role; a user without any role is removed. */
    public void revoke(PartnerCenterAccount account, PartnerCenterRole role, String userId) {
        var left = account.user(userId).orElseThrow().without(role);
        if (left.roles().isEmpty()) {
            remove(account, userId);
        } else {
            put(account, userId, left);
        }
    }

    /** The feed of an account that has been in use for a day: its users came, and one of them has gone since. */
    public void recount(PartnerCenterAccount account, Map<String, PartnerCenterUser> goneSince) {
        var yesterday = clock.instant().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS);
        goneSince.forEach(
                (userId, user) -> record(account.accountId(), "create_partner_user", userId, user, yesterday));
        var at = yesterday.plus(1, ChronoUnit.HOURS);
        for (var entry : account.users().entrySet()) {
            record(account.accountId(), "create_partner_user", entry.getKey(), entry.getValue(), at);
            at = at.plus(1, ChronoUnit.MINUTES);
        }
        var today = at.plus(20, ChronoUnit.HOURS);
        goneSince.forEach(
                (userId, user) -> record(account.accountId(), "remove_partner_user", userId, gone(user), today));
    }

    private static PartnerCenterUser gone(PartnerCenterUser user) {
        return new PartnerCenterUser(user.userPrincipalName(), user.displayName(), Set.of(), false);
    }

    private void record(String accountId, String operation, String userId, PartnerCenterUser user, Instant at) {
        var value = JsonNodeFactory.instance.objectNode();
        value.put("id", userId)
                .put("userPrincipalName", user.userPrincipalName())
                .put("displayName", user.displayName())
                .put("active", user.active());
        var roles = value.putArray("roles");
        user.roles().forEach(role -> roles.add(role.title()));
        entities.persist(new AuditRecord(accountId, operation, "admin@partner-center.example", value.toString(), at));
    }
}
