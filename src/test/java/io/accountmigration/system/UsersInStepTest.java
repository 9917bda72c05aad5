package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Users edited in the sandbox's Partner Center arrive in its Cloud Partner Portal, over the wire and by the engine. */
class UsersInStepTest extends WholeProgramTest {

    private String publisherId;
    private String domain;

    @BeforeEach
    void haveAMovedPublisherInStep() {
        var account = sandbox().create(Kind.WOODGROVE);
        publisherId = account.publisherId();
        domain = account.owner().substring(account.owner().indexOf('@'));
        reconcile();
        decideOnTheOneWhomPartnerCenterNeverHad();
        awaitInStep();
    }

    private void decideOnTheOneWhomPartnerCenterNeverHad() {
        Cases.patiently("a removal waits for an operator").until(() -> as("operator")
                .post("/api/publishers/" + publisherId + "/user-sync/removals/approve", Map.of("reason", "has left"))
                .isSuccess());
    }

    @Test
    void changesArriveByThePollAlone() {
        edit("n", "Developer");
        awaitEntry("n", "CONTRIBUTOR", true);
        edit("n", "Manager");
        awaitEntry("n", "OWNER", true);
        drop("n");
        awaitEntry("n", "OWNER", false);
        awaitInStep();
        assertThat(sync().path("parity").path("equal").asBoolean()).isTrue();
    }

    @Test
    void oneUserIsPutRightOnDemand() {
        edit("n", "Developer");
        var reply = as("operator")
                .post("/api/publishers/" + publisherId + "/user-sync/users/n", null)
                .succeeded();

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.json().path("steps")).isNotEmpty();
        assertThat(entry("n").path("role").asText()).isEqualTo("CONTRIBUTOR");
    }

    @Test
    void aPushedChangeIsAcceptedOnceAndArrives() {
        var change = Map.of(
                "changeId",
                "pushed",
                "occurredAt",
                Instant.now().toString(),
                "userId",
                "n",
                "userPrincipalName",
                "n" + domain,
                "operation",
                "ADD",
                "roles",
                List.of("Developer"));
        for (var repetition = 0; repetition < 2; repetition++) {
            var reply = as("service").post("/api/publishers/" + publisherId + "/user-changes", change);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(202);
        }
        awaitEntry("n", "CONTRIBUTOR", true);
        assertThat(effects("n")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"STATUS, 500", "STATUS, 410", "EMPTY, 0", "TRUNCATED, 0", "RESET, 0"})
    void aFeedInTroubleRemovesNobodyAndTheSyncGoesOn(String kind, int status) {
        var active = activeUsers();
        sandbox().order(new Fault("partner-center", "GET", "/v1/auditrecords", kind, status == 0 ? 503 : status, 0, 3));
        edit("n", "Developer");
        awaitEntry("n", "CONTRIBUTOR", true);

        assertThat(activeUsers()).isEqualTo(active + 1);
    }

    @Test
    void anAnswerThatWasLostLeadsToNoSecondEffect() {
        sandbox().order(new Fault("cpp", "PUT", "/api/publishers/" + publisherId, "DROP_AFTER_EFFECT", 503, 0, 1));
        edit("n", "Developer");
        awaitEntry("n", "CONTRIBUTOR", true);
        awaitInStep();

        assertThat(effects("n")).isEqualTo(1);
    }

    private void reconcile() {
        as("operator")
                .post("/api/publishers/" + publisherId + "/user-sync/reconcile", null)
                .succeeded();
    }

    private void edit(String userId, String role) {
        as("admin")
                .put(
                        "/sandbox/accounts/" + publisherId + "/partner-center/users/" + userId,
                        Map.of("address", userId + domain, "roles", List.of(role)))
                .succeeded();
    }

    private void drop(String userId) {
        as("admin")
                .delete("/sandbox/accounts/" + publisherId + "/partner-center/users/" + userId)
                .succeeded();
    }

    private JsonNode sync() {
        return as("operator")
                .get("/api/publishers/" + publisherId + "/user-sync")
                .succeeded()
                .json();
    }

    private void awaitInStep() {
        Cases.patiently(publisherId + " is in step")
                .until(() -> sync().path("state").asText().equals("IN_STEP"));
    }

    private List<JsonNode> entries() {
        var users = sandbox().account(publisherId).sheet().path("cpp").path("users");
        return StreamSupport.stream(users.spliterator(), false).toList();
    }

    private JsonNode entry(String userId) {
        return entries().stream()
                .filter(user -> user.path("address").asText().equals(userId + domain))
                .findFirst()
                .orElseThrow();
    }

    private void awaitEntry(String userId, String role, boolean active) {
        Cases.patiently(userId + " is " + role + " " + active).until(() -> entries().stream()
                .anyMatch(user -> user.path("address").asText().equals(userId + domain)
                        && user.path("role").asText().equals(role)
                        && user.path("active").asBoolean() == active));
    }

    private long activeUsers() {
        return entries().stream()
                .filter(user -> user.path("active").asBoolean())
                .count();
    }

    private long effects(String userId) {
        return sandbox().writes(publisherId).stream()
                .filter(write -> write.path("path").asText().endsWith("/users/" + userId))
                .filter(write -> write.path("effect").asBoolean())
                .count();
    }
}
