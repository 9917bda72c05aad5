package io.accountmigration.web.operations;

import static io.accountmigration.migration.operations.OperatorAction.Kind.CANCEL;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.operations.EngineOperations.FailedStep;
import io.accountmigration.migration.operations.EngineOperations.SuspendedInstance;
import io.accountmigration.migration.operations.OperatorAction;
import io.accountmigration.migration.operations.RetryFailedSteps.Preview;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.operations.FindUserSyncsAwaitingOperator.SyncInNeed;
import io.accountmigration.web.Cases;
import io.accountmigration.web.Figures;
import io.accountmigration.web.People;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class OperationsPageTest extends WebTest {

    private static final String MARKUP = "<b>x</b>";
    private static final String ESCAPED = "&lt;b&gt;x&lt;/b&gt;";

    @BeforeEach
    void thereAreCases() {
        given(viewOperations.figures()).willReturn(Figures.some(MARKUP));
        given(viewMigrations.page(any(), any(), anyInt())).willReturn(window(Cases.waitingFor(People.OWNER)));
    }

    @Test
    void thePageIsThereBeforeAnythingWasStarted() throws Exception {
        given(viewOperations.figures()).willReturn(Figures.none());
        given(viewMigrations.page(any(), any(), anyInt())).willReturn(window());

        assertThat(textOf(get("/operations"))).contains("every step continues by itself");
    }

    @Test
    void figuresAreThereAsTextBesideEveryChart() throws Exception {
        assertThat(textOf(get("/operations")))
                .contains("60; in the last 24 hours 45; at present 8.6 a day")
                .contains("9 March 2026, 12:00:00 UTC")
                .contains("datetime=\"PT30H\">1 d 6 h", "datetime=\"PT216H\">9 d 0 h")
                .contains("role=\"img\"", "<title", "<desc", "2026-03-08")
                .contains("TENANT_MISMATCH", "An owner", "Open without progress: 2");
    }

    @Test
    void whatWaitsForOperatorsComesFirstAndLeadsToItsList() throws Exception {
        given(findUserSyncsAwaitingOperator.find(anyInt()))
                .willReturn(List.of(new SyncInNeed("woodgrove", Optional.empty(), 14, 1, 0)));
        given(findStuckCases.suspended(anyInt()))
                .willReturn(List.of(new SuspendedInstance("i-1", "Account migration", Optional.of("contoso"))));
        given(findStuckCases.lost(anyInt())).willReturn(List.of("lost-one"));
        given(viewCampaigns.newest())
                .willReturn(List.of(
                        campaign("One", CampaignState.PAUSED),
                        campaign("Two", CampaignState.AWAITING_GO),
                        campaign("Three", CampaignState.RUNNING)));

        var page = textOf(get("/operations"));
        var words = page.replaceAll("<[^>]+>", " ").replaceAll("\\s+", " ");

        assertThat(words)
                .containsSubsequence(
                        "Needs you now",
                        "3 stopped steps",
                        "1 cases whose process is gone",
                        "1 paused campaigns",
                        "1 campaigns to decide on",
                        "14 removals of users",
                        "1 suspended instances",
                        "Campaigns under way");
        for (var place : List.of("causes", "stuck", "campaigns", "syncs", "suspended")) {
            assertThat(page).contains("href=\"#" + place + "\"").containsOnlyOnce("id=\"" + place + "\"");
        }
    }

    @Test
    void whereNothingWaitsThePageSaysSo() throws Exception {
        given(viewOperations.figures()).willReturn(Figures.none());

        assertThat(textOf(get("/operations"))).contains("Nothing waits for you.");
    }

    @Test
    void campaignsAreListedUntilTheyAreOver() throws Exception {
        given(viewCampaigns.newest())
                .willReturn(List.of(
                        campaign(MARKUP, CampaignState.PAUSED), campaign("Long over", CampaignState.COMPLETED)));

        assertThat(textOf(get("/operations")))
                .contains("Campaigns under way", ESCAPED, "Paused", "Expected end", "too early to say")
                .doesNotContain(MARKUP, "Long over");
    }

    private static CampaignListItem campaign(String name, CampaignState state) {
        return new CampaignListItem(new UUID(3, 4), name, state, 1, Cases.STARTED, Optional.empty());
    }

    @Test
    void figuresAreWrittenAsInTheReadersLanguage() throws Exception {
        assertThat(textOf(get("/operations").header("Accept-Language", "nl")))
                .contains("op dit moment 8,6 per dag", "1 d 6 u", "Vastgelopen stappen, per oorzaak");
    }

    @Test
    void everyRowLeadsToTheCaseToItsProcessAndToItsTask() throws Exception {
        given(findStuckCases.withoutProgress(anyInt())).willReturn(List.of(Cases.waitingFor(People.OWNER)));
        given(findStuckCases.lost(anyInt())).willReturn(List.of("lost-one"));
        given(findUserSyncsAwaitingOperator.find(anyInt()))
                .willReturn(List.of(new SyncInNeed("woodgrove", Optional.of(FailureReason.values()[0]), 7, 1, 0)));

        assertThat(textOf(get("/operations")))
                .contains("href=\"/migrations/contoso\"", "#/process-instance/instance-1/runtime")
                .contains("href=\"" + Cases.TASK_URL.replace("&", "&amp;") + "\"")
                .contains("href=\"/migrations/lost-one\"")
                .contains("href=\"/publishers/woodgrove#user-sync\"", "href=\"/migrations/woodgrove\"")
                .contains("/operations/failed-steps?like=job-1", "/operations/cancellation?problem=TENANT_MISMATCH")
                .contains(ESCAPED)
                .doesNotContain(MARKUP);
    }

    @Test
    void aProblemLeadsToTheCasesThatHaveIt() throws Exception {
        given(viewMigrations.withProblem(eq(FindingCode.NO_TENANT), any(), anyInt()))
                .willReturn(window(Cases.waitingFor(People.OWNER)));

        assertThat(textOf(get("/operations?problem=NO_TENANT"))).contains("Migrations with the problem NO_TENANT");
        verify(viewMigrations, never()).page(any(), any(), anyInt());
        mvc.perform(get("/operations?problem=NONE").with(as("operator"))).andExpect(status().isBadRequest());
    }

    @Test
    void whatWouldBeTriedAgainIsShownFirst() throws Exception {
        given(retryFailedSteps.preview("job-1"))
                .willReturn(new Preview(List.of(step("job-1", "contoso"), step("job-2", "fabrikam")), 9));

        assertThat(textOf(get("/operations/failed-steps?like=job-1")))
                .contains("Exactly these 2 of 9 steps", "value=\"job-1\"", "value=\"job-2\"", "Try these 2 again")
                .contains("/migrations/fabrikam", "#/process-instance/instance-fabrikam/runtime", ESCAPED)
                .contains("_csrf", "maxlength=\"500\"")
                .doesNotContain(MARKUP);
    }

    @Test
    void exactlyWhatWasShownIsTriedAgain() throws Exception {
        var done = action("contoso", OperatorAction.DONE);
        var gone = action("fabrikam", "NOT_RUNNING");
        given(retryFailedSteps.retry(eq(List.of("job-1", "job-2")), eq("the portal is up again"), any()))
                .willReturn(List.of(done, gone));

        var answer = mvc.perform(post("/operations/failed-steps")
                        .param("like", "job-1")
                        .param("step", "job-1", "job-2")
                        .param("reason", " the portal is up again ")
                        .with(as("operator"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/operations"))
                .andReturn();
        assertThat(textOf(get("/operations")
                        .flashAttr("notice", answer.getFlashMap().get("notice"))))
                .contains("One step is tried again. One was not.", "fabrikam: Not running");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operations/failed-steps", "/operations/cancellation"})
    void whoGivesNoReasonGetsNothingDone(String path) throws Exception {
        mvc.perform(post(path)
                        .param("like", "job-1")
                        .param("reason", " ")
                        .with(as("operator"))
                        .with(csrf()))
                .andExpect(status().is3xxRedirection())
                .andExpect(flash().attributeExists("refusal"));

        verify(retryFailedSteps, never()).retry(any(), any(), any());
        verify(cancelMigrations, never()).cancel(any(), any(), any());
    }

    @Test
    void whatWouldBeGivenUpIsShownFirstWithWhatBecomesOfEach() throws Exception {
        given(cancelMigrations.preview(List.of(Cases.CASE_ID)))
                .willReturn(List.of(
                        Cases.waitingFor(People.OWNER),
                        Cases.at(MigrationStep.TRANSFER_USERS),
                        Cases.ended(MigrationState.MIGRATED)));

        assertThat(textOf(get("/operations/cancellation?case=" + Cases.CASE_ID)))
                .contains("Exactly 2 of these are given up", "Give these 2 up")
                .contains("It ends at once", "is moved back; then it ends", "too far to go back")
                .contains("value=\"" + Cases.CASE_ID + "\"");
    }

    @Test
    void casesWithAProblemCanBeGivenUpTogether() throws Exception {
        given(cancelMigrations.preview(FindingCode.NO_TENANT)).willReturn(List.of(Cases.waitingFor(People.OWNER)));

        assertThat(textOf(get("/operations/cancellation?problem=NO_TENANT"))).contains("Exactly one of these");
    }

    @Test
    void exactlyWhatWasShownIsGivenUp() throws Exception {
        var other = new UUID(8, 8);
        var done = action("contoso", OperatorAction.DONE);
        given(cancelMigrations.cancel(eq(List.of(Cases.CASE_ID, other)), eq("a mistake"), any()))
                .willReturn(List.of(done));

        mvc.perform(post("/operations/cancellation")
                        .param("case", Cases.CASE_ID.toString(), other.toString())
                        .param("reason", "a mistake")
                        .with(as("operator"))
                        .with(csrf()))
                .andExpect(redirectedUrl("/operations"));
        verify(cancelMigrations).cancel(eq(List.of(Cases.CASE_ID, other)), eq("a mistake"), any());
        mvc.perform(get("/operations/cancellation?case=nothing").with(as("operator")))
                .andExpect(status().isBadRequest());
    }

    @Test
    void whatOperatorsDidIsToldToTheNext() throws Exception {
        var tooLate = action("contoso", "TOO_LATE");
        given(viewOperations.latestActions(anyInt())).willReturn(List.of(tooLate));

        assertThat(textOf(get("/operations"))).contains("operator2", "a mistake", "TOO_LATE");
    }

    @Test
    void nobodyElseGetsIn() throws Exception {
        for (var caller : List.of(People.OWNER, "auditor", "service")) {
            for (var path : List.of("/operations/failed-steps?like=x", "/operations/cancellation")) {
                mvc.perform(get(path).with(as(caller))).andExpect(status().isForbidden());
                mvc.perform(post(path).with(as(caller)).with(csrf())).andExpect(status().isForbidden());
            }
        }
    }

    private static OperatorAction action(String publisherId, String outcome) {
        var action = mock(OperatorAction.class);
        given(action.kind()).willReturn(CANCEL);
        given(action.publisherId()).willReturn(publisherId);
        given(action.operator()).willReturn("operator2");
        given(action.reason()).willReturn("a mistake");
        given(action.outcome()).willReturn(outcome);
        given(action.actedAt()).willReturn(Figures.COUNTED);
        return action;
    }

    private static FailedStep step(String id, String publisherId) {
        return new FailedStep(
                id,
                "account-migration",
                "Transfer users",
                MARKUP,
                "instance-" + publisherId,
                Optional.of(publisherId),
                Figures.COUNTED);
    }

    private static Window<CaseView> window(CaseView... views) {
        ScrollPosition end = ScrollPosition.forward(Map.of("startedAt", Cases.STARTED, "id", new UUID(1, 2)));
        return Window.from(List.of(views), index -> end, false);
    }

    private String textOf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.with(as("operator")).accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
