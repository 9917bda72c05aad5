package io.accountmigration.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DoubledEffectsTest {

    private static final String MANAGERS = "partner-center POST /v1/roles/2/usermembers";
    private static final String DEVELOPERS = "partner-center POST /v1/roles/4/usermembers";
    private static final String REMOVED = "partner-center DELETE /v1/roles/2/usermembers/m-1";

    @Test
    void whatHappenedOnceIsFine() {
        assertThat(DoubledEffects.of(
                        account(5, List.of("Manager"), List.of("Manager", "Developer")),
                        Map.of("cpp PUT /api/publishers/a/lock", 1L, MANAGERS, 2L, DEVELOPERS, 1L)))
                .isEmpty();
    }

    @Test
    void aWriteThatHadItsEffectTwiceIsFound() {
        assertThat(DoubledEffects.of(account(1), Map.of("cpp PUT /api/publishers/a/lock", 2L)))
                .containsExactly("doubled: 2 times cpp PUT /api/publishers/a/lock");
    }

    /** However many users the old portal has: a second addition of one of a few is one too many. */
    @Test
    void aMemberThatWasAddedTwiceIsFoundAmongManyUsers() {
        assertThat(DoubledEffects.of(
                        account(5, List.of("Manager"), List.of("Developer")), Map.of(MANAGERS, 2L, DEVELOPERS, 1L)))
                .containsExactly("doubled members: 3 were added, and there are or were 2");
    }

    @Test
    void whoWasRemovedMayBeAddedAgain() {
        assertThat(DoubledEffects.of(account(1, List.of("Manager")), Map.of(MANAGERS, 2L, REMOVED, 1L)))
                .isEmpty();
    }

    @Test
    void aMemberUnderTwoIdsIsFound() {
        var users = List.of(
                Map.of("userId", "1", "userPrincipalName", "Owner@contoso.com", "roles", List.of("Manager")),
                Map.of("userId", "2", "userPrincipalName", "owner@contoso.com", "roles", List.of("Manager")));

        assertThat(DoubledEffects.of(sheet(users, List.of()), Map.of(MANAGERS, 2L)))
                .containsExactly("doubled member: owner@contoso.com");
    }

    @Test
    void anAccountThatWasClosedAgainHadNoMoreMembersThanThePortalHasUsers() {
        assertThat(DoubledEffects.of(account(2), Map.of(MANAGERS, 2L))).isEmpty();
        assertThat(DoubledEffects.of(account(2), Map.of(MANAGERS, 3L))).hasSize(1);
    }

    @SafeVarargs
    private static JsonNode account(int portalUsers, List<String>... rolesOfMembers) {
        var members = new TreeMap<String, Map<String, Object>>();
        for (var roles : rolesOfMembers) {
            var name = "user-" + members.size() + "@contoso.com";
            members.put(name, Map.of("userPrincipalName", name, "roles", roles));
        }
        return sheet(
                List.copyOf(members.values()),
                java.util.Collections.nCopies(portalUsers, Map.of("address", "somebody@contoso.com")));
    }

    private static JsonNode sheet(List<?> members, List<?> portalUsers) {
        return new ObjectMapper()
                .valueToTree(Map.of("partnerCenter", Map.of("users", members), "cpp", Map.of("users", portalUsers)));
    }
}
