package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A move over the wire, while a portal's lists of users lack somebody or are as they were before. */
class ShortListsTest extends WholeProgramTest {

    private static final int UNTIL_REMOVED = 1000;

    @AfterEach
    void removeFaults() {
        sandbox().removeFaults();
    }

    @ParameterizedTest
    @CsvSource({"KEPT, 0", "OWN, 0", "NONE, 0", "KEPT, 1", "OWN, 1", "NONE, 1"})
    void aShortListOfThePortalStopsTheMoveAtEachStepThatReadsIt(String count, int wholeBefore) {
        var account = sandbox().create(Kind.CONTOSO);
        var task = started(account);
        sandbox()
                .order(users(account)
                        .kind("SHORT")
                        .count(count)
                        .after(wholeBefore)
                        .times(UNTIL_REMOVED));
        task.complete("workEmail", account.workEmail()).succeeded();

        requireStopped(account);
        if (count.equals("OWN")) {
            assertThat(problem(account)).isEqualTo("USER_LIST_INCOMPLETE");
        }

        requireAllMoveOnceListsAreWhole(account);
    }

    @ParameterizedTest
    @CsvSource({"KEPT, 0", "NONE, 0", "KEPT, 1", "NONE, 1"})
    void whoWasAddedIsMovedAlsoWhereThePortalsListIsStaleForAWhile(String count, int currentBefore) {
        var account = sandbox().create(Kind.CONTOSO);
        var task = started(account);
        sandbox().putPortalUser(account, "new", "new" + domain(account), "contributor");
        sandbox()
                .order(users(account)
                        .kind("STALE")
                        .count(count)
                        .after(currentBefore)
                        .times(2));
        task.complete("workEmail", account.workEmail()).succeeded();

        cases().awaitState(account, "MIGRATED");

        assertThat(namesIn(account, "cpp")).contains("new" + domain(account));
        assertThat(namesIn(account, "partnerCenter")).isEqualTo(namesIn(account, "cpp"));
    }

    @ParameterizedTest
    @CsvSource({"KEPT", "OWN", "NONE"})
    void aShortListOfMembersStopsTheMoveBeforeThePointOfNoReturn(String count) {
        var account = sandbox().create(Kind.CONTOSO);
        var task = started(account);
        // The members of an account that was opened just now are read first when the move is verified.
        sandbox()
                .order(Fault.of("partner-center", "GET", "/v1/roles/")
                        .kind("SHORT")
                        .count(count)
                        .times(UNTIL_REMOVED));
        task.complete("workEmail", account.workEmail()).succeeded();

        requireStopped(account);

        requireAllMoveOnceListsAreWhole(account);
    }

    @ParameterizedTest
    @CsvSource({"KEPT", "OWN", "NONE"})
    void aShortListOfMembersDisablesNobodyInTheComparison(String count) {
        var account = sandbox().create(Kind.CONTOSO);
        started(account).complete("workEmail", account.workEmail()).succeeded();
        cases().awaitState(account, "MIGRATED");
        Cases.patiently("the users are in step")
                .until(() -> sync(account).path("state").asText().equals("IN_STEP"));
        sandbox()
                .order(Fault.of("partner-center", "GET", "/v1/roles/")
                        .kind("SHORT")
                        .count(count)
                        .times(UNTIL_REMOVED));
        var before = sync(account).path("parity").path("at").asText();

        as("operator")
                .post("/api/publishers/" + account.publisherId() + "/user-sync/reconcile", null)
                .succeeded();
        Cases.patiently("the comparison has an outcome")
                .until(() -> !sync(account).path("state").asText().equals("IN_STEP")
                        || !sync(account).path("parity").path("at").asText().equals(before));

        var users = sandbox().account(account.publisherId()).sheet().path("cpp").path("users");
        assertThat(users).allMatch(user -> user.path("active").asBoolean(true));
    }

    private Task started(Account account) {
        cases().start(account).succeeded();
        return cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
    }

    private void requireStopped(Account account) {
        Cases.patiently("an operator sees the incident")
                .until(() -> !cases().incidents(account).isEmpty());
        assertThat(cases().state(account)).isEqualTo("MOVING");
        assertThat(sandbox().account(account.publisherId()).portalStatus()).isNotEqualTo("READ_ONLY");
        assertThat(sandbox().account(account.publisherId()).partnerCenterState())
                .isNotEqualTo("ACTIVE");
    }

    private void requireAllMoveOnceListsAreWhole(Account account) {
        sandbox().removeFaults();
        for (var incident : cases().incidents(account)) {
            as("operator")
                    .put(
                            "/engine-rest/job/" + incident.path("configuration").asText() + "/retries",
                            Map.of("retries", 1))
                    .succeeded();
        }
        cases().awaitState(account, "MIGRATED");
        assertThat(namesIn(account, "partnerCenter")).isEqualTo(namesIn(account, "cpp"));
    }

    private Set<String> namesIn(Account account, String portal) {
        var users =
                sandbox().account(account.publisherId()).sheet().path(portal).path("users");
        return StreamSupport.stream(users.spliterator(), false)
                .map(user -> user.path(portal.equals("cpp") ? "address" : "userPrincipalName")
                        .asText())
                .collect(Collectors.toSet());
    }

    private String problem(Account account) {
        return cases().view(account).path("problem").path("code").asText();
    }

    private JsonNode sync(Account account) {
        return as("operator")
                .get("/api/publishers/" + account.publisherId() + "/user-sync")
                .succeeded()
                .json();
    }

    private static Fault users(Account account) {
        return Fault.of("cpp", "GET", "/api/publishers/" + account.publisherId() + "/users");
    }

    private static String domain(Account account) {
        return account.workEmail().substring(account.workEmail().indexOf('@'));
    }
}
