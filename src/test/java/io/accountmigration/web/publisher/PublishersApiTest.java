package io.accountmigration.web.publisher;

import static io.accountmigration.ports.PublisherFixture.publisher;
import static io.accountmigration.web.People.CONTRIBUTOR;
import static io.accountmigration.web.People.CO_OWNER;
import static io.accountmigration.web.People.OWNER;
import static io.accountmigration.web.People.STRANGER;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.eligibility.Assessment;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.migration.PublisherBanner.Banner;
import io.accountmigration.migration.PublisherBanner.State;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PublishersApiTest extends WebTest {

    @ParameterizedTest
    @CsvSource({
        "NOT_MIGRATED, /publishers/contoso, further action needed",
        "IN_PROGRESS, /migrations/contoso, being moved",
        "MIGRATED, https://partner.microsoft.com/dashboard, ready to manage your account settings in Partner Center"
    })
    void anOwnersBannerSaysWhatToDoAndWhere(State state, String actionUrl, String text) throws Exception {
        banner(state, PublisherRole.OWNER);

        mvc.perform(get("/api/publishers/contoso/banner").with(as(OWNER)))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value(state.name()))
                .andExpect(jsonPath("$.audience").value("OWNER"))
                .andExpect(jsonPath("$.text").value(containsString(text)))
                .andExpect(jsonPath("$.actionUrl").value(actionUrl))
                .andExpect(jsonPath("$.owners[0]").value(OWNER))
                .andExpect(jsonPath("$.length()").value(5));
    }

    @Test
    void aContributorsBannerNamesTheOwnersAndLeadsNowhere() throws Exception {
        banner(State.NOT_MIGRATED, PublisherRole.CONTRIBUTOR);

        mvc.perform(get("/api/publishers/contoso/banner").with(as(CONTRIBUTOR)))
                .andExpect(jsonPath("$.audience").value("CONTRIBUTOR"))
                .andExpect(jsonPath("$.text")
                        .value(allOf(containsString(OWNER), containsString(CO_OWNER), containsString("Only an owner"))))
                .andExpect(jsonPath("$.actionUrl").value(nullValue()))
                .andExpect(content().string(containsString("\"actionUrl\":null")));
    }

    @Test
    void aContributorOfAnAccountWithoutOwnersIsSentToTheOperators() throws Exception {
        given(publisherBanner.bannerFor(eq("alpine"), any()))
                .willReturn(new Banner("alpine", State.NOT_MIGRATED, PublisherRole.CONTRIBUTOR, List.of()));

        mvc.perform(get("/api/publishers/alpine/banner").with(as(CONTRIBUTOR)))
                .andExpect(jsonPath("$.text").value(containsString("ask the operators")));
    }

    @ParameterizedTest
    @CsvSource({
        "nl, verdere actie nodig",
        "nl-BE, verdere actie nodig",
        "fr, further action needed",
        ";;q=x, further action needed"
    })
    void theBannerSpeaksTheCallersLanguageOrEnglish(String language, String text) throws Exception {
        banner(State.NOT_MIGRATED, PublisherRole.OWNER);

        mvc.perform(get("/api/publishers/contoso/banner").with(as(OWNER)).header("Accept-Language", language))
                .andExpect(jsonPath("$.text").value(containsString(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "operator", "service", "admin"})
    void theDryRunSaysWhatWouldBeFound(String caller) throws Exception {
        given(publishers.read("contoso")).willReturn(Optional.of(contoso()));
        var audience = caller.equals(OWNER) ? Audience.owners(List.of(OWNER)) : Audience.STAFF;
        given(assessEligibility.assess(any(), eq(audience)))
                .willReturn(new Assessment(
                        "contoso", List.of(FindingCode.TENANT_MISMATCH.naming("Contoso, Ltd")), Cases.STARTED));

        mvc.perform(get("/api/publishers/CONTOSO/eligibility").with(as(caller))).andExpect(status().isNotFound());
        mvc.perform(get("/api/publishers/contoso/eligibility").with(as(caller)))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                                {"publisherId":"contoso","eligible":true,"assessedAt":"2026-03-02T09:00:00Z",
                                 "findings":[{"code":"TENANT_MISMATCH","severity":"ACTION","fixableBy":"OWNER"}]}
                                """))
                .andExpect(jsonPath("$.findings[0].text").value(containsString("Contoso, Ltd")))
                .andExpect(jsonPath("$.findings[0].steps").isNotEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {CONTRIBUTOR, STRANGER, "auditor"})
    void theDryRunIsNotForOthers(String caller) throws Exception {
        given(publishers.read("contoso")).willReturn(Optional.of(contoso()));

        mvc.perform(get("/api/publishers/contoso/eligibility").with(as(caller)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("NOT_OWNER"));
    }

    private void banner(State state, PublisherRole audience) {
        given(publisherBanner.bannerFor(eq("contoso"), any()))
                .willReturn(new Banner("contoso", state, audience, List.of(OWNER, CO_OWNER)));
    }

    private static PublisherSnapshot contoso() {
        return new PublisherSnapshot(
                publisher("contoso", "Contoso, Ltd", PublisherStatus.ACTIVE),
                List.of(
                        new PublisherUser("u1", OWNER, "A", UserType.USER, PublisherRole.OWNER, true),
                        new PublisherUser("u2", CONTRIBUTOR, "B", UserType.USER, PublisherRole.CONTRIBUTOR, true)));
    }
}
