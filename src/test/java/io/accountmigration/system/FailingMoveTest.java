package io.accountmigration.system;

import static io.accountmigration.system.MoveFailure.Point.ACTIVATE;
import static io.accountmigration.system.MoveFailure.Point.ADD_USER;
import static io.accountmigration.system.MoveFailure.Point.LOCK;
import static io.accountmigration.system.MoveFailure.Point.OPEN_ACCOUNT;
import static io.accountmigration.system.MoveFailure.Point.SWITCH;
import static io.accountmigration.system.MoveFailure.Point.VERIFY_SETTINGS;
import static io.accountmigration.system.MoveFailure.Way.ANSWER_LOST;
import static io.accountmigration.system.MoveFailure.Way.CUT_OFF;
import static io.accountmigration.system.MoveFailure.Way.REFUSED;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FailingMoveTest extends WholeProgramTest {

    static Stream<MoveFailure> someThatAreRetried() {
        return Stream.of(
                new MoveFailure(LOCK, REFUSED),
                new MoveFailure(OPEN_ACCOUNT, ANSWER_LOST),
                new MoveFailure(VERIFY_SETTINGS, CUT_OFF),
                new MoveFailure(SWITCH, ANSWER_LOST),
                new MoveFailure(ACTIVATE, ANSWER_LOST));
    }

    static Stream<MoveFailure> someThatAreGivenUp() {
        return Stream.of(
                new MoveFailure(LOCK, ANSWER_LOST),
                new MoveFailure(OPEN_ACCOUNT, ANSWER_LOST),
                new MoveFailure(ADD_USER, REFUSED));
    }

    static Stream<MoveFailure> all() {
        return MoveFailure.all();
    }

    static Stream<MoveFailure> allThatCanBeGivenUp() {
        return all().filter(failure -> failure.point().isBeforeThePointOfNoReturn());
    }

    @ParameterizedTest
    @MethodSource("someThatAreRetried")
    void anOperatorRetriesAFailedStepToTheGoodEnd(MoveFailure failure) {
        retryToTheGoodEnd(failure);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("all")
    void anOperatorRetriesAnyFailedStepToTheGoodEnd(MoveFailure failure) {
        retryToTheGoodEnd(failure);
    }

    @ParameterizedTest
    @MethodSource("someThatAreGivenUp")
    void whatAnOperatorGivesUpIsReverted(MoveFailure failure) {
        giveUpAndRevert(failure);
    }

    @Tag("full")
    @ParameterizedTest
    @MethodSource("allThatCanBeGivenUp")
    void whateverAnOperatorGivesUpIsReverted(MoveFailure failure) {
        giveUpAndRevert(failure);
    }

    @Test
    void aLostAnswerAloneNeedsNobody() {
        var account = sandbox().create(Kind.CONTOSO);
        Stream.of(
                        Fault.of("cpp", "PUT", "/api/publishers/" + account.publisherId() + "/lock"),
                        Fault.of("partner-center", "POST", "/v1/accounts"),
                        Fault.of("partner-center", "PUT", "/v1/accounts/"),
                        Fault.of("partner-center", "POST", "/v1/roles/"),
                        Fault.of("cpp", "POST", "/api/publishers/" + account.publisherId() + "/switch"))
                .forEach(
                        fault -> sandbox().order(fault.kind("DROP_AFTER_EFFECT").times(1)));

        assertThat(new Journey(program(), account).walk()).isEqualTo("MIGRATED");
        requireNoEffectTwice(account);
    }

    @Test
    void aRevertThatFailsIsRetriedToItsEnd() {
        var account = failAt(new MoveFailure(ADD_USER, REFUSED));
        sandbox().order(Fault.of("partner-center", "DELETE", "/v1/accounts/"));
        cancelAs("operator", account);
        awaitIncidentOf(account, "serviceTask_closePartnerCenterAccount");
        sandbox()
                .order(Fault.of("cpp", "DELETE", "/api/publishers/" + account.publisherId() + "/lock")
                        .kind("DROP_AFTER_EFFECT"));

        retry(account);

        requireReverted(account);
    }

    @Test
    void whatIsVerifiedCanNoLongerBeGivenUp() {
        var account = failAt(new MoveFailure(SWITCH, REFUSED));

        var refusal = cancel("operator", account);

        assertThat(refusal.status()).isEqualTo(409);
        assertThat(refusal.code()).isEqualTo("TOO_LATE");
        assertThat(cancel(account.owner(), account).code()).isEqualTo("TOO_LATE");
        retry(account);
        cases().awaitState(account, "MIGRATED");
    }

    @Test
    void aRevertedAccountCanBeMigratedAgain() {
        var account = failAt(new MoveFailure(OPEN_ACCOUNT, ANSWER_LOST));
        cancelAs(account.owner(), account);
        requireReverted(account);

        assertThat(new Journey(program(), account).walk()).isEqualTo("MIGRATED");
    }

    private void retryToTheGoodEnd(MoveFailure failure) {
        var account = failAt(failure);

        retry(account);

        cases().awaitState(account, "MIGRATED");
        var after = sandbox().account(account.publisherId());
        assertThat(after.portalStatus()).isEqualTo("READ_ONLY");
        assertThat(after.partnerCenterState()).isEqualTo("ACTIVE");
        assertThat(effects(account)).isNotEmpty();
        requireNoEffectTwice(account);
    }

    private void giveUpAndRevert(MoveFailure failure) {
        var account = failAt(failure);

        cancelAs("operator", account);

        requireReverted(account);
    }

    private void requireReverted(Account account) {
        cases().awaitState(account, "REVERTED");
        var after = sandbox().account(account.publisherId());
        assertThat(after.portalStatus()).isEqualTo("ACTIVE");
        assertThat(after.sheet().path("partnerCenter").isNull())
                .as("no account is left in Partner Center")
                .isTrue();
        assertThat(cases().instances(account.publisherId())).isZero();
        requireNoEffectTwice(account);
    }

    /** Lets the owner do his part and the move fail, until an operator sees the incident. */
    private Account failAt(MoveFailure failure) {
        var account = sandbox().create(Kind.CONTOSO);
        cases().start(account).succeeded();
        var task = cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL);
        failure.faults(account.publisherId()).forEach(sandbox()::order);
        task.complete("workEmail", account.workEmail()).succeeded();
        Cases.patiently("an operator sees the incident")
                .until(() -> !cases().incidents(account).isEmpty());
        assertThat(cases().state(account)).isEqualTo("MOVING");
        return account;
    }

    private void awaitIncidentOf(Account account, String activityId) {
        Cases.patiently("an incident of " + activityId).until(() -> cases().incidents(account).stream()
                .anyMatch(incident ->
                        activityId.equals(incident.path("activityId").asText())));
    }

    /** What Cockpit does when an operator retries. */
    private void retry(Account account) {
        for (var incident : cases().incidents(account)) {
            as("operator")
                    .put(
                            "/engine-rest/job/" + incident.path("configuration").asText() + "/retries",
                            Map.of("retries", 1))
                    .succeeded();
        }
    }

    private void cancelAs(String caller, Account account) {
        assertThat(cancel(caller, account).status()).isEqualTo(202);
    }

    private Reply cancel(String caller, Account account) {
        return as(caller).post("/api/migrations/" + account.publisherId() + "/cancel", null);
    }

    private void requireNoEffectTwice(Account account) {
        assertThat(effects(account))
                .allSatisfy((write, times) -> assertThat(times).as(write).isEqualTo(1));
    }

    /** What was done outside, with how often; nothing at all where the very first call had failed. */
    private Map<String, Long> effects(Account account) {
        return sandbox().writes(account.publisherId()).stream()
                .filter(write -> write.path("effect").asBoolean())
                .collect(Collectors.groupingBy(FailingMoveTest::whatItDid, Collectors.counting()));
    }

    private static String whatItDid(JsonNode write) {
        return write.path("system").asText() + " "
                + write.path("method").asText() + " "
                + write.path("path").asText();
    }
}
