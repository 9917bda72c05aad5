package io.accountmigration.web.campaign;

import static io.accountmigration.web.People.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.campaign.forecast.Conditions;
import io.accountmigration.web.Campaigns;
import io.accountmigration.web.WebTest;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.mockito.ArgumentCaptor;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** When a campaign will be done, over REST and on the pages. */
class ForecastTest extends WebTest {

    private static final String API = "/api/campaigns/" + Campaigns.ID + "/forecast";
    private static final String CAMPAIGNS = "/operations/campaigns";
    private static final String CAMPAIGN = CAMPAIGNS + "/" + Campaigns.ID;
    private static final String PLAN = """
            {"name":"North","publisherIds":["contoso","fabrikam"],"canarySize":1,"waveSize":2}""";

    @Test
    void aForecastSaysWhenAndWhatLimitsIt() throws Exception {
        given(forecastCampaigns.of(Campaigns.ID, asItIs())).willReturn(Campaigns.FORECAST);

        mvc.perform(get(API).with(as("operator")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.end.from").value("2026-03-09T00:00:00Z"))
                .andExpect(jsonPath("$.end.likely").value("2026-03-12T00:00:00Z"))
                .andExpect(jsonPath("$.end.until").value("2026-03-20T00:00:00Z"))
                .andExpect(jsonPath("$.notBefore").value("2026-03-02T09:10:00Z"))
                .andExpect(jsonPath("$.limit.kind").value("ALLOWANCE"))
                .andExpect(jsonPath("$.limit.system").value("partner-center"))
                .andExpect(jsonPath("$.assumptions[0]").value("RESUMED_NOW"))
                .andExpect(jsonPath("$.unknown").isEmpty());
    }

    @Test
    void whileItIsTooEarlyTheReasonIsSaid() throws Exception {
        given(forecastCampaigns.of(eq(Campaigns.ID), any())).willReturn(Campaigns.TOO_EARLY);

        mvc.perform(get(API).with(as("operator")))
                .andExpect(jsonPath("$.end").value((Object) null))
                .andExpect(jsonPath("$.limit").value((Object) null))
                .andExpect(jsonPath("$.unknown[0].need").value("ENROL"))
                .andExpect(jsonPath("$.unknown[0].known").value(3))
                .andExpect(jsonPath("$.unknown[0].wanted").value(20));
    }

    @Test
    void conditionsCanBeTried() throws Exception {
        var conditions = ArgumentCaptor.forClass(Conditions.class);
        given(forecastCampaigns.of(eq(Campaigns.ID), conditions.capture())).willReturn(Campaigns.FORECAST);

        mvc.perform(get(API).with(as("operator"))
                        .param("allowance", "2")
                        .param("waveSize", "500")
                        .param("startsPerMinute", "30")
                        .param("weekendsOff", "true"))
                .andExpect(status().isOk());

        assertThat(conditions.getValue())
                .isEqualTo(new Conditions(2, Optional.of(500), Optional.of(30), true, ZoneOffset.UTC));
    }

    @ParameterizedTest
    @CsvSource({
        "allowance, 0",
        "allowance, -1",
        "allowance, NaN",
        "allowance, 1e9",
        "allowance, much",
        "waveSize, 0",
        "waveSize, 1.5",
        "waveSize, 100001",
        "startsPerMinute, -3",
        "startsPerMinute, 10001",
        "weekendsOff, perhaps"
    })
    void conditionsThatCannotBeAreRefused(String name, String value) throws Exception {
        given(viewCampaigns.of(Campaigns.ID)).willReturn(Campaigns.running());
        given(forecastCampaigns.of(Campaigns.ID, asItIs())).willReturn(Campaigns.FORECAST);

        mvc.perform(get(API).with(as("operator")).param(name, value))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("REQUEST_INVALID"));
        var page = mvc.perform(get(CAMPAIGN + "/forecast").with(as("operator")).param(name, value))
                .andExpect(status().isBadRequest())
                .andReturn()
                .getResponse()
                .getContentAsString();

        assertThat(page).doesNotContain("??");
        if (!name.equals("weekendsOff")) {
            assertThat(page).contains("value=\"" + value + "\"", "aria-invalid=\"true\"", "id=\"wrong\"");
        }
    }

    @Test
    void aPlanHasAForecastBeforeItBegins() throws Exception {
        var plan = ArgumentCaptor.forClass(CampaignPlan.class);
        given(forecastCampaigns.of(plan.capture(), any())).willReturn(Campaigns.FORECAST);

        mvc.perform(post("/api/campaigns/forecast")
                        .with(as("operator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(PLAN))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.accounts").value(30));

        assertThat(plan.getValue().waveSize()).isEqualTo(2);
        verifyNoInteractions(createCampaign);
    }

    @Test
    void onlyOperatorsSeeForecasts() throws Exception {
        mvc.perform(get(API).with(as(OWNER))).andExpect(status().isForbidden());
        mvc.perform(post("/api/campaigns/forecast")
                        .with(as(OWNER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(PLAN))
                .andExpect(status().isForbidden());
        mvc.perform(get(CAMPAIGN + "/forecast").with(as(OWNER))).andExpect(status().isForbidden());
    }

    @Test
    void aCampaignThatDoesNotExistHasNone() throws Exception {
        willThrow(CampaignRefused.because(CampaignRefused.Refusal.CAMPAIGN_NOT_FOUND, "x"))
                .given(forecastCampaigns)
                .of(eq(Campaigns.ID), any());

        mvc.perform(get(API).with(as("operator"))).andExpect(status().isNotFound());
    }

    @Test
    void theCampaignsPageTellsTheForecastAndLeadsToWhatIf() throws Exception {
        given(viewCampaigns.of(Campaigns.ID)).willReturn(Campaigns.braked());
        given(currentForecasts.of(Campaigns.ID)).willReturn(Campaigns.FORECAST);

        assertThat(textOf(get(CAMPAIGN).with(as("operator"))))
                .contains("12 March 2026", "20 March 2026", "how many calls Partner Center takes")
                .contains("Assumes that the campaign is resumed now.", CAMPAIGN + "/forecast")
                .doesNotContain("??");
        assertThat(textOf(get(CAMPAIGN).with(as("operator")).header("Accept-Language", "nl")))
                .contains("12 maart 2026", "hoeveel aanroepen Partner Center toestaat")
                .doesNotContain("??");
    }

    @Test
    void whatIfStandsBesideHowItIs() throws Exception {
        given(viewCampaigns.of(Campaigns.ID)).willReturn(Campaigns.running());
        given(forecastCampaigns.of(Campaigns.ID, asItIs())).willReturn(Campaigns.TOO_EARLY);
        given(forecastCampaigns.of(
                        Campaigns.ID, new Conditions(1, Optional.of(500), Optional.empty(), false, ZoneOffset.UTC)))
                .willReturn(Campaigns.FORECAST);

        assertThat(textOf(get(CAMPAIGN + "/forecast").with(as("operator")).param("waveSize", "500")))
                .contains("It is too early to say when it ends.", "3 of the 20", "Under these conditions")
                .contains("12 March 2026", "value=\"500\"")
                .doesNotContain("??");
        assertThat(textOf(get(CAMPAIGN + "/forecast").with(as("operator")).header("Accept-Language", "nl")))
                .contains("Het is te vroeg", "Wat als")
                .doesNotContain("Onder deze voorwaarden", "??");
    }

    @Test
    void theFormOfANewCampaignShowsItsForecastAndBeginsNothing() throws Exception {
        given(forecastCampaigns.of(any(CampaignPlan.class), any())).willReturn(Campaigns.FORECAST);
        var shown = mvc.perform(form().with(csrf()))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl(CAMPAIGNS + "#new-campaign"))
                .andReturn()
                .getFlashMap();

        assertThat(textOf(get(CAMPAIGNS).with(as("operator")).flashAttrs(shown)))
                .contains("12 March 2026", "value=\"North\"", "Forecast only");
        verifyNoInteractions(createCampaign);
        verify(forecastCampaigns).of(any(CampaignPlan.class), any());
    }

    @Test
    void aFormThatIsRefusedKeepsWhatWasTyped() throws Exception {
        var shown = mvc.perform(post(CAMPAIGNS + "/forecast")
                        .with(as("operator"))
                        .with(csrf())
                        .param("name", "North")
                        .param("waveSize", "many"))
                .andExpect(status().isFound())
                .andExpect(redirectedUrl(CAMPAIGNS))
                .andReturn()
                .getFlashMap();

        assertThat(textOf(get(CAMPAIGNS).with(as("operator")).flashAttrs(shown)))
                .contains("value=\"North\"", "value=\"many\"");
    }

    private static MockHttpServletRequestBuilder form() {
        return post(CAMPAIGNS + "/forecast")
                .with(as("operator"))
                .param("name", "North")
                .param("publisherIds", "contoso")
                .param("canarySize", "1")
                .param("waveSize", "2")
                .param("startsPerMinute", "60")
                .param("brakeFailureRate", "0.05");
    }

    private static Conditions asItIs() {
        return new Conditions(1, Optional.empty(), Optional.empty(), false, ZoneOffset.UTC);
    }

    private String textOf(MockHttpServletRequestBuilder page) throws Exception {
        return mvc.perform(page)
                .andExpect(status().isOk())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }
}
