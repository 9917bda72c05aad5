package io.accountmigration.web.campaign;

import static io.accountmigration.web.People.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.campaign.CampaignPlan;
import io.accountmigration.campaign.CampaignRefused;
import io.accountmigration.campaign.OverrideAccount.Action;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.Campaigns;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class CampaignsApiTest extends WebTest {

    private static final String CAMPAIGN = "/api/campaigns/" + Campaigns.ID;
    private static final Caller OPERATOR = new Caller("operator", Set.of(Role.OPERATOR));

    @Test
    void aCampaignIsBegunWithItsPlanAndItsKey() throws Exception {
        var plan = ArgumentCaptor.forClass(CampaignPlan.class);
        given(createCampaign.create(plan.capture(), eq(OPERATOR), eq(Optional.of("key-1"))))
                .willReturn(Campaigns.ID);
        given(viewCampaigns.of(Campaigns.ID)).willReturn(Campaigns.running());

        mvc.perform(post("/api/campaigns")
                        .with(as("operator"))
                        .header("Idempotency-Key", "key-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("""
                                {"name":"North","publisherIds":["contoso","CONTOSO","fabrikam"],"canarySize":1,
                                 "waveSize":2,"startsPerMinute":30,"brakeFailureRate":0.1,"goAutomatically":true}"""))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", CAMPAIGN))
                .andExpect(content().json("""
                        {"state":"RUNNING","pause":null,"currentWave":1,"size":3,
                         "accounts":{"MIGRATED":1,"REFUSED":1,"PLANNED":1},
                         "waves":[{"number":1,"canary":true,"progress":"IN_PROGRESS","health":"LAGGING","failureRate":0.5},
                                  {"number":2,"canary":false,"progress":"NOT_STARTED","completedAt":null}]}"""));
        assertThat(plan.getValue())
                .isEqualTo(new CampaignPlan("North", Optional.of(List.of("contoso", "fabrikam")), 1, 2, 30, 0.1, true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                                     | 422 | CAMPAIGN_NAME_MISSING",
                "{\"name\":\" \"}                       | 422 | CAMPAIGN_NAME_MISSING",
                "{\"name\":7}                           | 400 | INPUT_MALFORMED",
                "{\"name\":\"n\",\"canarySize\":0}      | 422 | WAVE_SIZE_INVALID",
                "{\"name\":\"n\",\"waveSize\":0}        | 422 | WAVE_SIZE_INVALID",
                "{\"name\":\"n\",\"waveSize\":-1}       | 422 | WAVE_SIZE_INVALID",
                "{\"name\":\"n\",\"waveSize\":1.5}      | 422 | FIELD_INVALID",
                "{\"name\":\"n\",\"waveSize\":\"x\"}    | 400 | INPUT_MALFORMED",
                "{\"name\":\"n\",\"startsPerMinute\":0} | 422 | START_RATE_INVALID",
                "{\"name\":\"n\",\"startsPerMinute\":-5} | 422 | START_RATE_INVALID",
                "{\"name\":\"n\",\"brakeFailureRate\":-0.1} | 422 | BRAKE_RATE_INVALID",
                "{\"name\":\"n\",\"brakeFailureRate\":1.1} | 422 | BRAKE_RATE_INVALID",
                "{\"name\":\"n\",\"publisherIds\":[\"a/b\"]} | 422 | FIELD_INVALID",
                "{\"name\":\"n\",\"publisherIds\":[7]}  | 400 | INPUT_MALFORMED",
                "{\"name\":\"n\",\"publisherIds\":\"a\"} | 400 | INPUT_MALFORMED"
            })
    void aCampaignThatCannotBeLedLikeThatIsRefusedWithTheSentence(String body, int status, String code)
            throws Exception {
        mvc.perform(post("/api/campaigns")
                        .with(as("operator"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(body))
                .andExpect(status().is(status))
                .andExpect(jsonPath("$.code").value(code))
                .andExpect(jsonPath("$.detail").isNotEmpty());
        verifyNoInteractions(createCampaign);
    }

    @ParameterizedTest
    @EnumSource(CampaignRefused.Refusal.class)
    void everyRefusalIsAProblemWithItsStatusAndASentence(CampaignRefused.Refusal refusal) throws Exception {
        given(viewCampaigns.of(any())).willThrow(CampaignRefused.because(refusal, "North"));

        mvc.perform(get(CAMPAIGN).with(as("operator")).with(madeUpAnswer()))
                .andExpect(status().is(refusal.status()))
                .andExpect(jsonPath("$.code").value(refusal.name()))
                .andExpect(jsonPath("$.detail").value(not(containsString("{0}"))));
    }

    @Test
    void aBrakedCampaignSaysWhy() throws Exception {
        given(viewCampaigns.of(Campaigns.ID)).willReturn(Campaigns.braked());

        mvc.perform(get(CAMPAIGN).with(as("operator"))).andExpect(content().json("""
                        {"state":"PAUSED","pause":{"reason":"FAILURE_RATE","detail":"1 / 2 (50.0 %)","by":"program"},
                         "waves":[{"health":"ERROR"},{"health":"HEALTHY"}]}"""));
    }

    @Test
    void accountsAreListedInPartsEachWithItsStateAndWhatIsInTheWay() throws Exception {
        given(viewCampaigns.accounts(eq(Campaigns.ID), eq(Optional.empty()), anyInt(), eq(2)))
                .willReturn(Campaigns.accounts());

        mvc.perform(get(CAMPAIGN + "/accounts?limit=1").with(as("operator")))
                .andExpect(content().json("""
                        {"items":[{"publisherId":"contoso","wave":1,"state":"WAITING_FOR_PEOPLE",
                                   "code":"TENANT_MISMATCH","migration":"/migrations/contoso"}],"next":"1"}"""));
        given(viewCampaigns.accounts(eq(Campaigns.ID), eq(Optional.of(1)), eq(0), eq(101)))
                .willReturn(Campaigns.accounts());
        mvc.perform(get(CAMPAIGN + "/accounts?wave=1").with(as("operator")))
                .andExpect(jsonPath("$.items[1].code").value("NO_OWNER"))
                .andExpect(jsonPath("$.items[1].migration").isEmpty())
                .andExpect(jsonPath("$.next").isEmpty());
        mvc.perform(get(CAMPAIGN + "/accounts?limit=0").with(as("operator"))).andExpect(status().isBadRequest());
    }

    @Test
    void operatorsSteerACampaign() throws Exception {
        act("/pause", "{\"reason\":\" Coffee \"}").andExpect(status().isAccepted());
        act("/resume", "").andExpect(status().isAccepted());
        act("/cancel", "{}").andExpect(status().isAccepted());
        act("/go", "{\"reason\":\"\"}").andExpect(status().isAccepted());
        act("/fly", "{}").andExpect(status().isNotFound());

        verify(controlCampaign).pause(Campaigns.ID, "Coffee", OPERATOR);
        verify(controlCampaign).resume(Campaigns.ID, null, OPERATOR);
        verify(controlCampaign).cancel(Campaigns.ID, null, OPERATOR);
        verify(controlCampaign).go(Campaigns.ID, null, OPERATOR);
    }

    @Test
    void aWordThatMeetsALookOfTheCampaignIsSaidAgain() throws Exception {
        willThrow(new ConcurrencyFailureException("it looks"))
                .willDoNothing()
                .given(controlCampaign)
                .pause(Campaigns.ID, null, OPERATOR);
        willThrow(new ConcurrencyFailureException("it looks"))
                .willDoNothing()
                .given(overrideAccount)
                .override(Campaigns.ID, "contoso", Action.LEAVE_OUT, "Sold", OPERATOR);

        act("/pause", "").andExpect(status().isAccepted());
        act("/accounts/contoso", "{\"action\":\"LEAVE_OUT\",\"reason\":\"Sold\"}")
                .andExpect(status().isAccepted());

        verify(controlCampaign, times(2)).pause(Campaigns.ID, null, OPERATOR);
        verify(overrideAccount, times(2)).override(Campaigns.ID, "contoso", Action.LEAVE_OUT, "Sold", OPERATOR);
    }

    @Test
    void aWordThatIsNotHeardInThreeTriesIsAnsweredBusy() throws Exception {
        willThrow(new ConcurrencyFailureException("it looks"))
                .given(controlCampaign)
                .pause(any(), any(), any());

        act("/pause", "")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("BUSY"));
        verify(controlCampaign, times(3)).pause(Campaigns.ID, null, OPERATOR);
    }

    @Test
    void aRefusedWordIsSaidOnce() throws Exception {
        willThrow(CampaignRefused.because(CampaignRefused.Refusal.CAMPAIGN_NOT_PAUSED, "North"))
                .given(controlCampaign)
                .resume(any(), any(), any());

        act("/resume", "").andExpect(jsonPath("$.code").value("CAMPAIGN_NOT_PAUSED"));
        verify(controlCampaign).resume(Campaigns.ID, null, OPERATOR);
    }

    @Test
    void anAccountIsOverriddenWithAReason() throws Exception {
        act("/accounts/contoso", "{\"action\":\"LEAVE_OUT\",\"reason\":\"Sold\"}")
                .andExpect(status().isAccepted());
        act("/accounts/contoso", "{\"action\":\"LEAVE_OUT\"}")
                .andExpect(jsonPath("$.code").value("REASON_MISSING"));
        act("/accounts/contoso", "{\"action\":\"EAT\",\"reason\":\"Hungry\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("action")));

        verify(overrideAccount).override(Campaigns.ID, "contoso", Action.LEAVE_OUT, "Sold", OPERATOR);
    }

    @Test
    void anIdThatIsNoneIsNotFound() throws Exception {
        mvc.perform(get("/api/campaigns/first").with(as("operator")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("CAMPAIGN_NOT_FOUND"));
    }

    @ParameterizedTest
    @CsvSource({OWNER, "service", "auditor"})
    void nobodyElseSeesOrDoesAnything(String caller) throws Exception {
        for (var call : List.of(
                get("/api/campaigns"),
                get(CAMPAIGN),
                get(CAMPAIGN + "/accounts"),
                post(CAMPAIGN + "/pause"),
                post(CAMPAIGN + "/accounts/contoso").content("{\"action\":\"LEAVE_OUT\",\"reason\":\"x\"}"),
                post("/api/campaigns").content("{\"name\":\"n\",\"publisherIds\":[\"contoso\"]}"))) {
            mvc.perform(call.with(as(caller)).contentType(MediaType.APPLICATION_JSON))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        }
        verifyNoInteractions(createCampaign, controlCampaign, overrideAccount, viewCampaigns);
    }

    private ResultActions act(String path, String body) throws Exception {
        return mvc.perform(post(CAMPAIGN + path)
                .with(as("operator"))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
