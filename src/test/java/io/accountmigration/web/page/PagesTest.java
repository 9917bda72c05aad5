package io.accountmigration.web.page;

import static io.accountmigration.ports.PublisherFixture.publisher;
import static io.accountmigration.web.People.CONTRIBUTOR;
import static io.accountmigration.web.People.CO_OWNER;
import static io.accountmigration.web.People.OWNER;
import static io.accountmigration.web.People.STRANGER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.PublisherBanner.Banner;
import io.accountmigration.migration.PublisherBanner.State;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.web.Cases;
import io.accountmigration.web.Figures;
import io.accountmigration.web.WebTest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class PagesTest extends WebTest {

    private static final String MARKUP = "<b>x</b>";
    private static final String ESCAPED = "&lt;b&gt;x&lt;/b&gt;";

    @Test
    void aPersonSeesOwnPublishers() throws Exception {
        given(publishers.publishersOf(new EmailAddress(OWNER)))
                .willReturn(List.of(new PublisherMembership("contoso", "u1", MARKUP, PublisherRole.OWNER)));

        assertThat(textOf(get("/").with(as(OWNER))))
                .contains("/publishers/contoso", ESCAPED, "/camunda/app/tasklist/default/", OWNER, "/sign-out")
                .doesNotContain(MARKUP, "/operations");
    }

    @Test
    void anOwnersTaskIsOneClickFromTheFirstPage() throws Exception {
        memberOf("contoso", PublisherRole.OWNER);
        given(viewMigrations.newestOf(any(), any())).willReturn(List.of(Cases.waitingFor(OWNER)));

        assertThat(textOf(get("/").with(as(OWNER))))
                .contains("data-tone=\"WAITING\"", "Waiting for an owner")
                .containsPattern("href=\"" + Pattern.quote(Cases.TASK_URL.replace("&", "&amp;"))
                        + "\"\\s*>Provide work e-mail<");
    }

    @Test
    void theFirstPageLeadsToTheMigrationWhereSomebodyElseActs() throws Exception {
        memberOf("contoso", PublisherRole.OWNER);
        given(viewMigrations.newestOf(any(), any()))
                .willReturn(List.of(Cases.waitingFor(OWNER)), List.of(Cases.at(MigrationStep.TRANSFER_USERS)));

        for (var state : List.of("Waiting for an owner", "Moving")) {
            assertThat(textOf(get("/").with(as(CO_OWNER))))
                    .contains(state, "href=\"/migrations/contoso\"", "See how far it is")
                    .doesNotContain("task=t1");
        }
    }

    @Test
    void theFirstPageStartsWhatHasNotMoved() throws Exception {
        memberOf("contoso", PublisherRole.OWNER);
        profile(State.NOT_MIGRATED, PublisherRole.OWNER);
        given(people.userOf(any(), eq(OWNER)))
                .willReturn(Optional.of(contoso().users().get(0)));
        given(viewMigrations.newestOf(any(), any()))
                .willReturn(List.of(), List.of(Cases.ended(MigrationState.CANCELLED)));

        for (var earlier : List.of("none", "given up")) {
            assertThat(textOf(get("/").with(as(OWNER))))
                    .as(earlier)
                    .contains("data-tone=\"WAITING\"", "Further action needed")
                    .contains("action=\"/publishers/contoso/migration\"", "Start the m");
        }
    }

    @Test
    void theFirstPageShowsWhatHasMoved() throws Exception {
        memberOf("contoso", PublisherRole.OWNER);
        given(viewMigrations.newestOf(any(), any())).willReturn(List.of(Cases.ended(MigrationState.MIGRATED)));

        assertThat(textOf(get("/").with(as(OWNER))))
                .contains("data-tone=\"DONE\"", "href=\"/migrations/contoso\"")
                .doesNotContain("/publishers/contoso/migration\"");
    }

    @Test
    void aContributorHasNothingToStartOnTheFirstPage() throws Exception {
        memberOf("contoso", PublisherRole.CONTRIBUTOR);

        assertThat(textOf(get("/").with(as(OWNER))))
                .contains("/publishers/contoso")
                .doesNotContain("data-tone", "/publishers/contoso/migration\"");
        verify(publishers, never()).read(any());
    }

    private void memberOf(String publisherId, PublisherRole role) {
        given(publishers.publishersOf(any()))
                .willReturn(List.of(new PublisherMembership(publisherId, "u1", "Contoso", role)));
    }

    @Test
    void anOperatorSeesTheNewestMigrationsAndWhereToWatchThem() throws Exception {
        ScrollPosition end = ScrollPosition.forward(Map.of("startedAt", Cases.STARTED, "id", new UUID(1, 2)));
        given(viewMigrations.page(any(), any(), anyInt()))
                .willReturn(Window.from(
                        List.of(
                                Cases.at(MigrationStep.LOCK_PUBLISHER, CaseView.OPERATORS),
                                Cases.ended(MigrationState.MIGRATED)),
                        index -> end,
                        true));
        given(viewOperations.figures()).willReturn(Figures.none());

        for (var page : List.of("/", "/operations?state=MOVING")) {
            assertThat(textOf(get(page).with(as("operator"))))
                    .contains(
                            "/camunda/app/cockpit/default/#/process-instance/instance-1/runtime",
                            "/migrations/contoso",
                            "Waits for operators",
                            "cursor=");
        }
    }

    @Test
    void whoNeverUsesPagesIsSentToTheCalls() throws Exception {
        for (var caller : List.of("auditor", "service")) {
            assertThat(textOf(get("/").with(as(caller)))).contains("/swagger-ui/index.html");
        }
    }

    @Test
    void theListOfAllMigrationsIsForOperators() throws Exception {
        for (var caller : List.of(OWNER, "auditor", "service")) {
            mvc.perform(get("/operations").with(as(caller))).andExpect(status().isForbidden());
        }
    }

    @Test
    void anOwnerOfAnAccountThatIsNotMigratedFindsAButtonOnTheYellowBanner() throws Exception {
        profile(State.NOT_MIGRATED, PublisherRole.OWNER);

        assertThat(textOf(get("/publishers/contoso").with(as(OWNER))))
                .contains(
                        "class=\"banner\"",
                        "further action needed",
                        "action=\"/publishers/contoso/migration\"",
                        "_csrf")
                .contains(ESCAPED)
                .doesNotContain(MARKUP);
    }

    @Test
    void theBannerOfARunningMigrationLeadsToItsState() throws Exception {
        profile(State.IN_PROGRESS, PublisherRole.OWNER);

        assertThat(textOf(get("/publishers/contoso").with(as(OWNER))))
                .contains("href=\"/migrations/contoso\"")
                .doesNotContain("/publishers/contoso/migration\"");
    }

    @Test
    void theBannerOfAMigratedAccountLeadsToPartnerCenter() throws Exception {
        profile(State.MIGRATED, PublisherRole.OWNER);

        assertThat(textOf(get("/publishers/contoso").with(as(OWNER))))
                .contains("class=\"banner success\"")
                .contains("ready to manage your account settings in Partner Center", "read-only")
                .contains("href=\"https://partner.microsoft.com/dashboard\"");
    }

    @Test
    void aContributorReadsWhomToAsk() throws Exception {
        profile(State.NOT_MIGRATED, PublisherRole.CONTRIBUTOR);

        assertThat(textOf(get("/publishers/contoso").with(as(CONTRIBUTOR))))
                .contains("Only an owner can start the migration", OWNER, CO_OWNER)
                .doesNotContain("/publishers/contoso/migration\"");
    }

    @Test
    void peopleAreSpokenToInTheirLanguage() throws Exception {
        profile(State.NOT_MIGRATED, PublisherRole.OWNER);

        assertThat(textOf(get("/publishers/contoso").with(as(OWNER)).header("Accept-Language", "nl")))
                .contains("lang=\"nl\"", "verdere actie nodig");
    }

    @Test
    void whatCannotBeShownSaysWhyOnAPage() throws Exception {
        given(publishers.read("contoso")).willReturn(Optional.of(contoso()));
        given(publisherBanner.bannerOf(any(), any())).willThrow(MigrationRefused.because(Refusal.NOT_OWNER, "contoso"));
        given(publishers.read("nobody")).willReturn(Optional.empty());
        given(publishers.read("slow")).willThrow(new CloudPartnerPortalUnavailable("", Duration.ofSeconds(7), null));

        mvc.perform(get("/publishers/contoso").with(as(STRANGER)))
                .andExpect(status().isForbidden())
                .andExpect(content().string(containsString("/sign-out")));
        mvc.perform(get("/publishers/nobody").with(as(OWNER))).andExpect(status().isNotFound());
        mvc.perform(get("/publishers/slow").with(as(OWNER)))
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "7"))
                .andExpect(content().string(containsString("Try again")));
        mvc.perform(get("/operations?cursor=x").with(as("operator"))).andExpect(status().isBadRequest());
        mvc.perform(get("/operations?state=x").with(as("operator"))).andExpect(status().isBadRequest());
    }

    @Test
    void theButtonStartsTheCaseAndLeadsOnToItsTask() throws Exception {
        given(startMigration.start(eq("contoso"), eq(Optional.empty()), any(), eq(Optional.empty())))
                .willReturn(Cases.STARTED_CASE);

        mvc.perform(post("/publishers/contoso/migration").with(as(OWNER)).with(csrf()))
                .andExpect(redirectedUrl("/migrations/contoso?next=task"));
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.at(MigrationStep.CHECK_PARTNER_MEMBERSHIP));
        mvc.perform(get("/migrations/contoso?next=task").with(as(OWNER)))
                .andExpect(header().string("Refresh", "1"))
                .andExpect(content().string(containsString("Checking")));
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.at(MigrationStep.AWAIT_ENROLMENT));
        mvc.perform(get("/migrations/contoso?next=task").with(as(OWNER))).andExpect(header().string("Refresh", "5"));
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.waitingFor(OWNER));
        mvc.perform(get("/migrations/contoso?next=task").with(as(OWNER))).andExpect(redirectedUrl(Cases.TASK_URL));
    }

    @Test
    void aButtonNeedsTheTokenOfItsPage() throws Exception {
        mvc.perform(post("/publishers/contoso/migration").with(as(OWNER))).andExpect(status().isForbidden());

        verify(startMigration, never()).start(any(), any(), any(), any());
    }

    @Test
    void aRefusedStartIsExplainedOnTheProfile() throws Exception {
        given(startMigration.start(any(), any(), any(), any()))
                .willThrow(new IllegalStateException(
                        "wrapped", MigrationRefused.because(Refusal.ALREADY_MIGRATED, "contoso")));
        profile(State.MIGRATED, PublisherRole.OWNER);

        var refused = mvc.perform(
                        post("/publishers/contoso/migration").with(as(OWNER)).with(csrf()))
                .andExpect(redirectedUrl("/publishers/contoso"))
                .andExpect(flash().attributeExists("refusal"))
                .andReturn();
        assertThat(textOf(get("/publishers/contoso")
                        .with(as(OWNER))
                        .flashAttr("refusal", refused.getFlashMap().get("refusal"))))
                .contains("ALREADY_MIGRATED", "has been moved already");
    }

    @Test
    void theStateOfACaseNamesWhoMustActSinceWhenAndWhatIsWrong() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(Cases.waitingFor(OWNER, FindingCode.TENANT_MISMATCH.naming(MARKUP)));

        assertThat(textOf(get("/migrations/contoso").with(as(OWNER))))
                .contains("Waiting for an owner", OWNER, CO_OWNER, "2 March 2026, 09:00:05 UTC", ESCAPED)
                .contains("aria-current=\"step\"", "href=\"" + Cases.TASK_URL.replace("&", "&amp;") + "\"")
                .contains("/migrations/contoso/cancel")
                .doesNotContain(MARKUP, "/migrations/contoso/take-over", "renews itself");
    }

    @Test
    void aCaseSaysAtWhichOfItsStepsItIsAndFoldsThoseToCome() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.waitingFor(OWNER));

        var page = textOf(get("/migrations/contoso").with(as(OWNER)));

        assertThat(page).contains("Step 2 of 11", "9 more steps follow");
        assertThat(page.substring(0, page.indexOf("<details"))).contains("Now").doesNotContain("Transfer users");
        assertThat(page.substring(page.indexOf("<details")))
                .contains("Transfer users")
                .doesNotContain("To come");
    }

    @Test
    void nothingIsSaidToGoOnAtAStepThatHasStopped() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(
                        Cases.at(MigrationStep.TRANSFER_USERS, CaseView.OPERATORS),
                        Cases.at(MigrationStep.TRANSFER_USERS, FindingCode.SUSPENDED.naming()));

        for (var status : List.of("Stopped", "Suspended")) {
            assertThat(textOf(get("/migrations/contoso").with(as(OWNER))))
                    .containsPattern(
                            "aria-current=\"step\">\\s*<span>Transfer users</span>\\s*<span[^>]*>\\s*" + status)
                    .doesNotContainPattern(">\\s*Now\\s*<");
        }
    }

    @Test
    void aCoOwnerMayTakeTheTaskOver() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.waitingFor(OWNER));
        given(takeOverMigration.takeOver(eq("contoso"), any())).willReturn("https://public.example" + Cases.TASK_URL);

        assertThat(textOf(get("/migrations/contoso").with(as(CO_OWNER))))
                .contains("/migrations/contoso/take-over")
                .doesNotContain("task=t1");
        mvc.perform(post("/migrations/contoso/take-over").with(as(CO_OWNER)).with(csrf()))
                .andExpect(redirectedUrl(Cases.TASK_URL));
    }

    @Test
    void aCaseThatMovesRenewsItsPageUntilSomebodyMustAct() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(Cases.at(MigrationStep.TRANSFER_USERS))
                .willReturn(Cases.at(MigrationStep.TRANSFER_USERS, CaseView.OPERATORS));

        mvc.perform(get("/migrations/contoso").with(as(OWNER))).andExpect(header().string("Refresh", "2"));
        mvc.perform(get("/migrations/contoso").with(as(OWNER)))
                .andExpect(header().doesNotExist("Refresh"))
                .andExpect(content().string(containsString("The operators of the migration")));
    }

    @Test
    void whoeverReadsSlowlyCanKeepThePageStill() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.at(MigrationStep.TRANSFER_USERS));

        mvc.perform(get("/migrations/contoso").with(as(OWNER)))
                .andExpect(content().string(containsString("/migrations/contoso?still=true")));
        mvc.perform(get("/migrations/contoso?still=true").with(as(OWNER)))
                .andExpect(header().doesNotExist("Refresh"))
                .andExpect(content().string(containsString("Let this page renew itself")));
    }

    @Test
    void anOwnerMayGiveAnotherPartnerIdWhileTheEnrolmentIsPending() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.at(MigrationStep.AWAIT_ENROLMENT));

        assertThat(textOf(get("/migrations/contoso").with(as(OWNER)))).contains("/migrations/contoso/other-partner-id");
        mvc.perform(post("/migrations/contoso/other-partner-id").with(as(OWNER)).with(csrf()))
                .andExpect(redirectedUrl("/migrations/contoso?next=task"));
        verify(changePartnerId).askAgain(eq("contoso"), any());
    }

    @Test
    void aPendingEnrolmentIsCalmAndSaysWhenItIsLookedAtAgain() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(Cases.at(MigrationStep.AWAIT_ENROLMENT, FindingCode.PARTNER_ID_PENDING.naming("4391507")));
        given(viewMigrations.nextEnrolmentCheck(any())).willReturn(Optional.of(Cases.SINCE));

        assertThat(textOf(get("/migrations/contoso").with(as(OWNER))))
                .contains("What happens next", "4391507", "is asked again on", "2 March 2026, 09:00:05 UTC")
                .containsPattern("class=\"link\"[^>]*>Enter another partner ID")
                .doesNotContain("message problem", "What stands in the way");
    }

    @Test
    void successLeadsToPartnerCenterWhoeverHasArrivedThere() throws Exception {
        var alone = Cases.ended(
                MigrationState.MIGRATED, new UserLeftBehind("u1", FindingCode.USER_HAS_CONSUMER_ACCOUNT.naming(OWNER)));
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(alone);

        assertThat(textOf(get("/migrations/contoso").with(as(CO_OWNER))))
                .contains("class=\"state success\"", "Go to Partner Center");
        for (var other : List.of(OWNER, "operator")) {
            assertThat(textOf(get("/migrations/contoso").with(as(other)))).doesNotContain("Go to Partner Center");
        }
    }

    @Test
    void givingUpHasToBeConfirmed() throws Exception {
        mvc.perform(post("/migrations/contoso/cancel").with(as(OWNER)).with(csrf()))
                .andExpect(redirectedUrl("/migrations/contoso"));
        verify(cancelMigration, never()).cancel(any(), any());

        willThrow(MigrationRefused.because(Refusal.TOO_LATE, "contoso"))
                .given(cancelMigration)
                .cancel(any(), any());
        mvc.perform(post("/migrations/contoso/cancel")
                        .param("confirmed", "true")
                        .with(as(OWNER))
                        .with(csrf()))
                .andExpect(redirectedUrl("/migrations/contoso"))
                .andExpect(flash().attributeExists("refusal"));
    }

    @Test
    void aMigratedAccountListsTheUsersLeftBehind() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(Cases.ended(
                        MigrationState.MIGRATED, new UserLeftBehind("u7", FindingCode.USER_IS_GROUP.naming(MARKUP))));

        assertThat(textOf(get("/migrations/contoso").with(as("operator"))))
                .contains("Users who were not carried over", ESCAPED)
                .doesNotContain(MARKUP, "process-instance", "/migrations/contoso/cancel");
    }

    private void profile(State state, PublisherRole audience) {
        given(publishers.read("contoso")).willReturn(Optional.of(contoso()));
        given(publisherBanner.bannerOf(any(), any()))
                .willReturn(new Banner("contoso", state, audience, List.of(OWNER, CO_OWNER)));
    }

    private static PublisherSnapshot contoso() {
        return new PublisherSnapshot(
                publisher("contoso", MARKUP, PublisherStatus.READ_ONLY),
                List.of(
                        new PublisherUser("u1", OWNER, MARKUP, UserType.USER, PublisherRole.OWNER, true),
                        new PublisherUser("u2", CONTRIBUTOR, "B", UserType.GROUP, PublisherRole.CONTRIBUTOR, false)));
    }

    private String textOf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request.accept("text/html"))
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
