package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.sandbox.data.AuditRecord;
import io.accountmigration.sandbox.data.AuditTrail;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterRole;
import io.accountmigration.sandbox.data.PartnerCenterUser;
import io.accountmigration.sandbox.traffic.PortalBehaviours;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The users of an account as Partner Center's lists show them, which may be as they were a while ago. */
@Component
@Profile("sandbox")
class ShownUsers {

    private final AuditTrail trail;
    private final PortalBehaviours behaviours;
    private final ObjectMapper json;
    private final Clock clock;

    ShownUsers(AuditTrail trail, PortalBehaviours behaviours, ObjectMapper json, Clock clock) {
        this.trail = trail;
        this.behaviours = behaviours;
        this.json = json;
        this.clock = clock;
    }

    Map<String, PartnerCenterUser> of(PartnerCenterAccount account) {
        var lag = behaviours.current().listsLag();
        if (lag.isZero()) {
            return account.users();
        }
        var asOf = clock.instant().minus(lag);
        var shown = new TreeMap<>(account.users());
        var changes = trail.find(account.accountId(), Instant.EPOCH, clock.instant(), 0, Integer.MAX_VALUE);
        // Who has changed at all is shown as the last change before says, and not at all where all came later.
        changes.forEach(change -> shown.remove(value(change).path("id").asText()));
        changes.stream().filter(change -> !change.operationDate().isAfter(asOf)).forEach(change -> {
            var user = value(change);
            shown.put(user.path("id").asText(), user(user));
        });
        return shown;
    }

    private static PartnerCenterUser user(JsonNode value) {
        var roles = StreamSupport.stream(value.path("roles").spliterator(), false)
                .map(role -> PartnerCenterRole.find(role.asText()).orElseThrow())
                .toList();
        return PartnerCenterUser.of(
                value.path("userPrincipalName").asText(),
                value.path("displayName").asText(),
                roles,
                value.path("active").asBoolean());
    }

    private JsonNode value(AuditRecord change) {
        try {
            return json.readTree(change.newValue());
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a record that the sandbox wrote cannot be read", impossible);
        }
    }
}
