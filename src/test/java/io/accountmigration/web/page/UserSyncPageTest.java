package io.accountmigration.web.page;

import static io.accountmigration.ports.PublisherFixture.publisher;
import static io.accountmigration.web.People.CONTRIBUTOR;
import static io.accountmigration.web.People.OWNER;
import static io.accountmigration.web.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.startsWith;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.argThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.PublisherBanner.Banner;
import io.accountmigration.migration.PublisherBanner.State;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.UserSyncRefused;
import io.accountmigration.usersync.operations.UserSyncOutcome;
import io.accountmigration.usersync.operations.UserSyncView;
import io.accountmigration.web.Syncs;
import io.accountmigration.web.WebTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class UserSyncPageTest extends WebTest {

    private static final String PROFILE = "/publishers/woodgrove";
    private static final String RENEWED = PROFILE + "?renew=true";

    @BeforeEach
    void movedPublisher() {
        given(publishers.read("woodgrove")).willReturn(Optional.of(woodgrove()));
        given(publisherBanner.bannerOf(any(), any()))
                .willThrow(MigrationRefused.because(Refusal.NOT_OWNER, "woodgrove"));
        banner(OWNER, PublisherRole.OWNER);
        banner(CONTRIBUTOR, PublisherRole.CONTRIBUTOR);
        var report = Syncs.report(Syncs.MEMBERS_TO_ADD);
        given(viewUserSync.driftOf("woodgrove")).willReturn(Optional.of(report));
    }

    @Test
    void anOwnerSeesTheStateAndNothingOfOtherPeople() throws Exception {
        show(Syncs.needingOperators());

        assertThat(textOf(get(PROFILE).with(as(OWNER))))
                .contains("Users in step with Partner Center", "Paused", "not equal to Partner Center")
                .contains("2 March 2026, 09:00:00 UTC", "Changes that wait")
                .doesNotContain("poison@woodgrove.com", "team@woodgrove.com", Syncs.HASH, PROFILE + "/user-sync");
    }

    @Test
    void aContributorAndAnAccountThatHasNotMovedSeeNothingOfIt() throws Exception {
        assertThat(textOf(get(PROFILE).with(as(OWNER)))).doesNotContain("Users in step");
        show(Syncs.inStep());
        assertThat(textOf(get(PROFILE).with(as(CONTRIBUTOR)))).doesNotContain("Users in step");
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "admin"})
    void anOperatorSeesEverythingInWords(String caller) throws Exception {
        show(Syncs.needingOperators());

        assertThat(textOf(get(PROFILE).with(as(caller))))
                .doesNotContain("class=\"banner\"", "<b>leaver", "renews itself")
                .contains("poison@woodgrove.com", "Cloud Partner Portal refuses it: AddressRejected")
                .contains("Add the members of the group to Partner Center one by one.")
                .contains("&lt;b&gt;leaver&lt;/b&gt;@woodgrove.com", "More removals than usual at once.")
                .contains("Cloud Partner Portal does not answer.", "2 March 2026, 15:00:00 UTC", Syncs.HASH)
                .contains("Nothing → Contributor", "Manager: Owner", PROFILE + "/user-sync/drift.csv")
                .contains("<label for=\"sync-user\"", "<label for=\"sync-reason\"", "_csrf");
    }

    @ParameterizedTest
    @CsvSource({"' woodgrove ', /publishers/woodgrove", "../x?y, /publishers/..%2Fx%3Fy", "'', /"})
    void anOperatorFindsAProfileByItsId(String publisherId, String profile) throws Exception {
        mvc.perform(get("/publishers").param("publisherId", publisherId).with(as("operator")))
                .andExpect(redirectedUrl(profile));
    }

    @Test
    void itIsSaidInDutchToo() throws Exception {
        show(Syncs.needingOperators());

        assertThat(textOf(get(PROFILE).with(as("operator")).header("Accept-Language", "nl")))
                .contains("Gebruikers gelijk met Partner Center", "Meer verwijderingen tegelijk dan gewoonlijk.");
    }

    @ParameterizedTest
    @ValueSource(strings = {STRANGER, "auditor", "service"})
    void theProfileIsNotForOthers(String caller) throws Exception {
        show(Syncs.inStep());

        mvc.perform(get(PROFILE).with(as(caller)).accept("text/html")).andExpect(status().isForbidden());
        mvc.perform(get(PROFILE + "/user-sync/drift.csv").with(as(caller)).accept("text/html"))
                .andExpect(status().isForbidden());
    }

    @Test
    void anOperatorSavesTheDifferences() throws Exception {
        mvc.perform(get(PROFILE + "/user-sync/drift.csv").with(as("operator")).accept("text/html,*/*"))
                .andExpect(status().isOk())
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(content().string(startsWith("class,subject,")));
    }

    @Test
    void aComparisonIsStartedAndThePageRenewsItselfUntilItIsDone() throws Exception {
        mvc.perform(post(PROFILE + "/user-sync/reconcile").with(as("operator")).with(csrf()))
                .andExpect(redirectedUrl(RENEWED));
        verify(requestReconciliation).ofAll("woodgrove");

        show(Syncs.working());
        mvc.perform(get(RENEWED).with(as("operator"))).andExpect(header().string("Refresh", "2"));
        show(Syncs.inStep());
        mvc.perform(get(RENEWED).with(as("operator"))).andExpect(header().doesNotExist("Refresh"));
    }

    @Test
    void oneUserIsPutInStepAndTheStepsAreShown() throws Exception {
        given(requestReconciliation.ofUser("woodgrove", "u-7")).willReturn("on-demand/1");
        given(requestReconciliation.outcomeOf("woodgrove", "on-demand/1"))
                .willReturn(Optional.of(new UserSyncOutcome(
                        "u-7", "new@woodgrove.com", ChangeState.APPLIED, "NONE -> OWNER", List.of("first", "then"))));

        assertThat(noticeOf(post(PROFILE + "/user-sync/users").param("user", "u-7")))
                .contains("u-7 was put in step. Nothing → Owner", "<li>first</li>", "<li>then</li>");
    }

    @Test
    void aUserWhoTakesLongIsSaidToBeUnderWay() throws Exception {
        given(requestReconciliation.ofUser("woodgrove", "{0}")).willReturn("on-demand/1");

        assertThat(noticeOf(post(PROFILE + "/user-sync/users").param("user", "{0}")))
                .contains("{0} is being put in step");
    }

    @ParameterizedTest
    @CsvSource({
        "approve, 1, One user is being removed.",
        "approve, 40, 40 users are being removed.",
        "reject, 1, One user stays in Cloud Partner Portal.",
        "reject, 40, 40 users stay in Cloud Partner Portal."
    })
    void stagedRemovalsAreDecided(String decision, int removals, String notice) throws Exception {
        given(decideRemovals.approve("woodgrove", Instant.MAX, "operator", "They left"))
                .willReturn(removals);
        given(decideRemovals.reject("woodgrove", Instant.MAX, "operator", "They left"))
                .willReturn(removals);

        assertThat(noticeOf(post(PROFILE + "/user-sync/removals")
                        .param("reason", "They left")
                        .param(decision, "true")))
                .contains(notice);
    }

    @Test
    void whatCannotBeDoneIsExplainedOnTheProfile() throws Exception {
        var none = Syncs.refused(UserSyncRefused.Refusal.NO_STAGED_REMOVALS, "woodgrove");
        given(decideRemovals.approve(any(), any(), any(), any())).willThrow(none);

        requireRefused("operator", post(PROFILE + "/user-sync/removals").param("approve", "true"), "REASON_MISSING");
        requireRefused(
                "operator",
                post(PROFILE + "/user-sync/removals").param("approve", "true").param("reason", "x"),
                "NO_STAGED_REMOVALS");
        requireRefused("operator", post(PROFILE + "/user-sync/users"), "FIELD_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "auditor", "service"})
    void nobodyButOperatorsDoesAnything(String caller) throws Exception {
        requireRefused(caller, post(PROFILE + "/user-sync/reconcile"), "NOT_ALLOWED");
        requireRefused(caller, post(PROFILE + "/user-sync/users").param("user", "u-7"), "NOT_ALLOWED");
        requireRefused(
                caller,
                post(PROFILE + "/user-sync/removals").param("reject", "true").param("reason", "x"),
                "NOT_ALLOWED");
        mvc.perform(post(PROFILE + "/user-sync/reconcile").with(as("operator"))).andExpect(status().isForbidden());
        verifyNoInteractions(requestReconciliation, decideRemovals);
    }

    private void requireRefused(String caller, MockHttpServletRequestBuilder request, String code) throws Exception {
        var answer = mvc.perform(request.with(as(caller)).with(csrf()))
                .andExpect(redirectedUrl(PROFILE))
                .andReturn();

        assertThat(((Problem) answer.getFlashMap().get("refusal")).code()).isEqualTo(code);
    }

    private String noticeOf(MockHttpServletRequestBuilder request) throws Exception {
        show(Syncs.inStep());
        var answer = mvc.perform(request.with(as("operator")).with(csrf()))
                .andExpect(redirectedUrl(RENEWED))
                .andReturn();
        return textOf(get(RENEWED)
                .with(as("operator"))
                .flashAttr("notice", answer.getFlashMap().get("notice")));
    }

    private void show(UserSyncView view) {
        given(viewUserSync.of("woodgrove")).willReturn(Optional.of(view));
    }

    private void banner(String caller, PublisherRole audience) {
        willReturn(new Banner("woodgrove", State.MIGRATED, audience, List.of(OWNER)))
                .given(publisherBanner)
                .bannerOf(any(), argThat(it -> it.userId().equals(caller)));
    }

    private static PublisherSnapshot woodgrove() {
        return new PublisherSnapshot(
                publisher("woodgrove", "Woodgrove", PublisherStatus.READ_ONLY),
                List.of(
                        new PublisherUser("u1", OWNER, "A", UserType.USER, PublisherRole.OWNER, true),
                        new PublisherUser("u2", CONTRIBUTOR, "B", UserType.USER, PublisherRole.CONTRIBUTOR, true)));
    }

    private String textOf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
