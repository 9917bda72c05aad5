package io.accountmigration.web.campaign;

import static io.accountmigration.web.People.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.campaign.CampaignListItem;
import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.campaign.CampaignState;
import io.accountmigration.campaign.CampaignView;
import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.Problem;
import io.accountmigration.web.Campaigns;
import io.accountmigration.web.WebTest;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

class CampaignPageTest extends WebTest {

    private static final String LIST = "/operations/campaigns";
    private static final String PAGE = LIST + "/" + Campaigns.ID;
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));

    @Test
    void theListLeadsToEachCampaign() throws Exception {
        given(viewCampaigns.newest())
                .willReturn(List.of(new CampaignListItem(
                        Campaigns.ID,
                        "<b>North</b>",
                        CampaignState.RUNNING,
                        1,
                        Instant.parse("2026-03-02T09:00:00Z"),
                        Optional.empty())));

        assertThat(textOf(get(LIST).with(as("operator"))))
                .contains("&lt;b&gt;North&lt;/b&gt;", PAGE, "Running", "Begin a campaign", "value=\"5%\"")
                .doesNotContain("<b>North", "There is no campaign yet");
    }

    @Test
    void aBrakedCampaignSaysWhyAndOffersToResume() throws Exception {
        show(Campaigns.braked());

        assertThat(textOf(get(PAGE).with(as("operator"))))
                .contains("Too many accounts of the wave failed: 1 / 2 (50.0 %).", PAGE + "/resume", PAGE + "/cancel")
                .contains("1 (canary)", "In progress", "Not started", "Error", "1 (50%)", "1 of 3 accounts are done")
                .contains("No active owner", "/migrations/contoso", "/publishers/alpine", "Adventure Works Cycles")
                .doesNotContain(PAGE + "/go\"", "formaction=\"" + PAGE + "/pause", "??");
    }

    @Test
    void aCampaignIsShownInDutch() throws Exception {
        show(Campaigns.braked());

        assertThat(textOf(get(PAGE).with(as("operator")).header("Accept-Language", "nl")))
                .contains("Gepauzeerd", "Te veel accounts van de golf zijn mislukt", "1 (kanarie)", "start geweigerd")
                .doesNotContain("??");
    }

    @Test
    void aCampaignThatWaitsForAGoOffersIt() throws Exception {
        show(Campaigns.awaitingGo());

        assertThat(textOf(get(PAGE).with(as("operator")))).contains(PAGE + "/go\"", "Do not approve: pause");
    }

    @Test
    void aLivingCampaignRenewsItselfUnlessItIsKeptStill() throws Exception {
        show(Campaigns.running());

        mvc.perform(get(PAGE).with(as("operator"))).andExpect(header().string("Refresh", "15"));
        mvc.perform(get(PAGE + "?still=true").with(as("operator"))).andExpect(header().doesNotExist("Refresh"));
    }

    @Test
    void buttonsSteerAndLeadBack() throws Exception {
        press(PAGE + "/resume", "reason", "Repaired").andExpect(redirectedUrl(PAGE));
        press(PAGE + "/accounts", "publisherId", "contoso", "action", "TRY_AGAIN", "reason", "Repaired")
                .andExpect(redirectedUrl(PAGE));

        verify(controlCampaign).resume(Campaigns.ID, "Repaired", OPERATOR);
        verify(overrideAccount).override(Campaigns.ID, "contoso", Action.TRY_AGAIN, "Repaired", OPERATOR);
    }

    @Test
    void aButtonPressedInVainSaysWhyOnItsPage() throws Exception {
        willThrow(CampaignRefused.because(CampaignRefused.Refusal.CAMPAIGN_NOT_PAUSED, "North"))
                .given(controlCampaign)
                .resume(any(), any(), any());

        var refusal = press(PAGE + "/resume", "reason", "")
                .andExpect(redirectedUrl(PAGE))
                .andReturn()
                .getFlashMap()
                .get("refusal");
        assertThat(((Problem) refusal).code()).isEqualTo("CAMPAIGN_NOT_PAUSED");
    }

    @Test
    void theFormBeginsACampaign() throws Exception {
        var plan = ArgumentCaptor.forClass(CampaignPlan.class);
        given(createCampaign.create(plan.capture(), eq(OPERATOR), eq(Optional.empty())))
                .willReturn(Campaigns.ID);

        fillIn("contoso\r\nfabrikam; northwind", "20").andExpect(redirectedUrl(PAGE));
        assertThat(plan.getValue())
                .isEqualTo(new CampaignPlan(
                        "North", Optional.of(List.of("contoso", "fabrikam", "northwind")), 2, 20, 60, 0.05, false));
    }

    @Test
    void aFormThatIsRefusedIsShownAgainAsItWasTyped() throws Exception {
        var refused = fillIn("contoso", "0")
                .andExpect(redirectedUrl(LIST))
                .andExpect(flash().attributeExists("refusal", "form"))
                .andReturn();
        assertThat(((Problem) refused.getFlashMap().get("refusal")).code()).isEqualTo("WAVE_SIZE_INVALID");

        assertThat(textOf(get(LIST).with(as("operator")).flashAttrs(refused.getFlashMap())))
                .contains("A wave needs at least one account", "id=\"waveSize\"", "value=\"0\"");
        verifyNoInteractions(createCampaign);
    }

    @Test
    void aRefusedFieldIsMarkedAndCalledByItsLabel() throws Exception {
        for (var language : Map.of("en", "“Accounts in each other wave”", "nl", "‘Accounts in elke andere golf’")
                .entrySet()) {
            var refused = typed("0", "0,05", language.getKey());

            assertThat(textOf(get(LIST)
                            .with(as("operator"))
                            .header("Accept-Language", language.getKey())
                            .flashAttrs(refused)))
                    .contains(language.getValue())
                    .containsPattern("id=\"waveSize\"[^>]*aria-describedby=\"refusal\" aria-invalid=\"true\"")
                    .doesNotContainPattern("id=\"canarySize\"[^>]*aria-invalid")
                    .doesNotContainPattern(">[^<]*waveSize[^<]*<");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.05", "0,05", "5%", " 5 % ", "5,0 %"})
    void aShareIsUnderstoodAsItIsWritten(String share) throws Exception {
        var plan = ArgumentCaptor.forClass(CampaignPlan.class);
        given(createCampaign.create(plan.capture(), eq(OPERATOR), eq(Optional.empty())))
                .willReturn(Campaigns.ID);

        typed("20", share, "en");

        assertThat(plan.getValue().brakeFailureRate()).isEqualTo(0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"five", "%", "5%%", "-1%", "101%", "NaN", ""})
    void whatIsNoShareIsRefused(String share) throws Exception {
        var refused = typed("20", share, "en");

        assertThat(refused).containsEntry("wrongField", "brakeFailureRate");
        verifyNoInteractions(createCampaign);
    }

    private Map<String, Object> typed(String waveSize, String share, String language) throws Exception {
        return mvc.perform(post(LIST)
                        .with(as("operator"))
                        .with(csrf())
                        .header("Accept-Language", language)
                        .param("name", "North")
                        .param("publisherIds", "contoso")
                        .param("canarySize", "2")
                        .param("waveSize", waveSize)
                        .param("startsPerMinute", "60")
                        .param("brakeFailureRate", share))
                .andReturn()
                .getFlashMap();
    }

    @Test
    void anUnknownCampaignIsAPageThatSaysSo() throws Exception {
        mvc.perform(get(LIST + "/first").with(as("operator"))).andExpect(status().isNotFound());
    }

    @Test
    void nobodyElseComesIn() throws Exception {
        for (var caller : List.of(OWNER, "auditor", "service")) {
            mvc.perform(get(LIST).with(as(caller))).andExpect(status().isForbidden());
            mvc.perform(get(PAGE).with(as(caller))).andExpect(status().isForbidden());
        }
    }

    private void show(CampaignView view) {
        given(viewCampaigns.of(Campaigns.ID)).willReturn(view);
        given(viewCampaigns.accounts(eq(Campaigns.ID), any(), anyInt(), anyInt()))
                .willReturn(Campaigns.accounts());
    }

    private ResultActions fillIn(String publisherIds, String waveSize) throws Exception {
        return press(
                LIST,
                "name",
                "North",
                "publisherIds",
                publisherIds,
                "canarySize",
                "2",
                "waveSize",
                waveSize,
                "startsPerMinute",
                "60",
                "brakeFailureRate",
                "0,05");
    }

    private ResultActions press(String path, String... fields) throws Exception {
        var button = post(path).with(as("operator")).with(csrf());
        for (var field = 0; field < fields.length; field += 2) {
            button.param(fields[field], fields[field + 1]);
        }
        return mvc.perform(button);
    }

    private String textOf(MockHttpServletRequestBuilder request) throws Exception {
        return mvc.perform(request)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
