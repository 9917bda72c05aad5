package io.accountmigration.web.migration;

import static io.accountmigration.web.People.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.is;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.CaseView.StepDone;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.operations.EngineOperations.FailedStep;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What people read of a case follows from what has happened, at every step. */
class SituationTest extends WebTest {

    private static final String TOLD = "Our operators have been told; nothing is lost.";
    private static final String LOCKED = "locked in Cloud Partner Portal";
    private static final String READ_ONLY = "made read-only in Cloud Partner Portal";

    @ParameterizedTest
    @EnumSource
    void aStoppedCaseSaysSoAtEveryStep(MigrationStep step) throws Exception {
        var page = pageOf(Cases.at(step, CaseView.OPERATORS), OWNER);

        assertThat(page)
                .contains(">Stopped</span>", TOLD)
                .doesNotContain(
                        LOCKED, READ_ONLY, "The account is being moved", "is being checked", "needs something from");
    }

    @ParameterizedTest
    @EnumSource
    void aCaseThatGoesOnDoesNotSayThatItHasStopped(MigrationStep step) throws Exception {
        assertThat(pageOf(Cases.at(step), OWNER))
                .doesNotContain(TOLD, ">Stopped</span>", LOCKED, READ_ONLY)
                .contains("data-tone=\"" + (step.state().name().equals("ACTION_REQUIRED") ? "WAITING" : "WORKING"));
    }

    @ParameterizedTest
    @CsvSource({
        "LOCK_PUBLISHER,                  false, false, Moving",
        "OPEN_PARTNER_CENTER_ACCOUNT,     true,  false, Moving",
        "TRANSFER_SETTINGS,               true,  false, Moving",
        "TRANSFER_USERS,                  true,  false, Moving",
        "VERIFY_MOVE,                     true,  false, Moving",
        "MAKE_PUBLISHER_READ_ONLY,        true,  false, Moving",
        "ACTIVATE_PARTNER_CENTER_ACCOUNT, false, true,  Moving",
        "START_USER_SYNC,                 false, true,  Moving",
        "CLOSE_PARTNER_CENTER_ACCOUNT,    true,  false, Moving back",
        "UNLOCK_PUBLISHER,                true,  false, Moving back",
        "VERIFY_REVERT,                   false, false, Moving back"
    })
    void whatIsLockedIsWhatTheStepsBehindTheCaseHaveLocked(
            MigrationStep step, boolean locked, boolean readOnly, String word) throws Exception {
        for (var actor : List.of(CaseView.PROGRAM, CaseView.OPERATORS)) {
            var page = pageOf(after(step, actor), OWNER);

            assertThat(page.contains(LOCKED)).isEqualTo(locked);
            assertThat(page.contains(READ_ONLY)).isEqualTo(readOnly);
            assertThat(page).contains(">" + (actor.equals(CaseView.OPERATORS) ? "Stopped" : word) + "</span>");
        }
    }

    @Test
    void operatorsReadTheCauseAndTryAgainThere() throws Exception {
        given(retryFailedSteps.stoppedIn("instance-1"))
                .willReturn(List.of(new FailedStep(
                        "job-1",
                        "account-migration",
                        "Lock publisher",
                        "<b>503</b>",
                        "instance-1",
                        Optional.of("contoso"),
                        Cases.SINCE)));
        var stopped = Cases.at(MigrationStep.LOCK_PUBLISHER, CaseView.OPERATORS);

        assertThat(pageOf(stopped, "operator"))
                .contains("action=\"/operations/failed-steps\"", "value=\"job-1\"", "Lock publisher")
                .contains(
                        "&lt;b&gt;503&lt;/b&gt;", "/camunda/app/cockpit/default/#/process-instance/instance-1/runtime");
        assertThat(pageOf(stopped, OWNER)).doesNotContain("503", "failed-steps");
    }

    @Test
    void restSaysWhetherACaseHasStopped() throws Exception {
        for (var actor : List.of(CaseView.PROGRAM, CaseView.OPERATORS)) {
            given(viewMigrations.latest(any(), any())).willReturn(Cases.at(MigrationStep.LOCK_PUBLISHER, actor));

            mvc.perform(get("/api/migrations/contoso").with(as("operator")))
                    .andExpect(jsonPath("$.stopped", is(actor.equals(CaseView.OPERATORS))))
                    .andExpect(jsonPath("$.state", is("MOVING")));
        }
    }

    /** At this step, with all steps behind it that come before it on its way. */
    private static CaseView after(MigrationStep step, String actor) {
        var at = Cases.at(step, actor);
        var way =
                switch (step) {
                    case CLOSE_PARTNER_CENTER_ACCOUNT -> Stream.of(MigrationStep.LOCK_PUBLISHER);
                    case UNLOCK_PUBLISHER ->
                        Stream.of(MigrationStep.LOCK_PUBLISHER, MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT);
                    case VERIFY_REVERT -> Stream.of(MigrationStep.LOCK_PUBLISHER, MigrationStep.UNLOCK_PUBLISHER);
                    default ->
                        Stream.of(MigrationStep.values())
                                .filter(earlier -> earlier.compareTo(step) < 0 && earlier.state() == step.state());
                };
        return new CaseView(
                at.caseId(),
                at.publisherId(),
                at.processInstanceId(),
                at.state(),
                at.step(),
                way.map(done -> new StepDone(done, Cases.SINCE)).toList(),
                at.actors(),
                at.since(),
                at.startedAt(),
                at.expectedBy(),
                at.problem(),
                at.task(),
                at.usersLeftBehind(),
                at.cancellable(),
                at.stopped());
    }

    private String pageOf(CaseView view, String viewer) throws Exception {
        given(viewMigrations.latest(any(), any())).willReturn(view);
        return mvc.perform(get("/migrations/contoso").with(as(viewer)).accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
