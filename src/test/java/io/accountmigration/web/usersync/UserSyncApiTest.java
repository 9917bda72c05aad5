package io.accountmigration.web.usersync;

import static io.accountmigration.web.People.OWNER;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.UserSyncRefused.Refusal;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.operations.UserSyncOutcome;
import io.accountmigration.web.Syncs;
import io.accountmigration.web.WebTest;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class UserSyncApiTest extends WebTest {

    private static final String SYNC = "/api/publishers/woodgrove/user-sync";

    @ParameterizedTest
    @ValueSource(strings = {"operator", "service", "admin"})
    void theStateIsForOperatorsAndServices(String caller) throws Exception {
        var view = Syncs.needingOperators();
        given(viewUserSync.of("woodgrove")).willReturn(Optional.of(view));

        mvc.perform(get(SYNC).with(as(caller)))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"publisherId":"woodgrove","accountId":"account-1","state":"QUARANTINED",
                         "watermark":"2026-03-02T09:00:00Z","feedReadAt":"2026-03-02T09:00:00Z","lastReconciledAt":"2026-03-02T09:00:00Z",
                         "reconciliationDue":null,"roleMap":{"version":"1","roles":{"Manager":"OWNER"}},"pending":1,
                         "failed":[{"changeId":"f1","reason":"REFUSED AddressRejected"}],"held":[],
                         "unmapped":[{"class":"UNMAPPED","subject":"team@woodgrove.com",
                                      "action":"ADD_MEMBERS_IN_PARTNER_CENTER"}],
                         "stagedRemovals":[{"changeId":"s1","state":"STAGED"}],
                         "quarantine":{"reason":"PORTAL_UNAVAILABLE","nextTryAt":"2026-03-02T15:00:00Z"},
                         "parity":{"equal":false,"at":"2026-03-02T09:00:00Z","hash":"%1$s",
                                   "partnerCenterHash":"%1$s","portalHash":"%1$s"},
                         "latest":[{"userPrincipalName":"new@woodgrove.com","state":"APPLIED"}]}
                        """.formatted(Syncs.HASH)));
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "auditor"})
    void nobodyElseSeesIt(String caller) throws Exception {
        for (var path : List.of(SYNC, SYNC + "/drift")) {
            mvc.perform(get(path).with(as(caller)))
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        }
        mvc.perform(get(SYNC + "/drift").with(as(caller)).accept("text/csv"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"));
        verifyNoInteractions(viewUserSync);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/drift"})
    void aPublisherThatNobodyKnowsIsNotOneThatHasNotMoved(String path) throws Exception {
        given(publishers.read("woodgrove")).willReturn(Optional.empty()).willReturn(Optional.of(Syncs.notMoved()));

        mvc.perform(get(SYNC + path).with(as("operator")))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PUBLISHER_NOT_FOUND"));
        mvc.perform(get(SYNC + path).with(as("operator")))
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_MIGRATED"));
    }

    @Test
    void driftSaysInWhatThePortalsDiffered() throws Exception {
        drift();

        mvc.perform(get(SYNC + "/drift").with(as("service")).accept("*/*"))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                        {"comparedAt":"2026-03-02T09:00:00Z","items":[
                         {"class":"UNMAPPED","subject":"team@woodgrove.com","userId":null,"portalUserId":"u9",
                          "partnerCenter":null,"portal":"CONTRIBUTOR","action":"ADD_MEMBERS_IN_PARTNER_CENTER",
                          "detail":null},
                         {"class":"EXTRA_IN_CPP","subject":"=cmd@woodgrove.com"}]}
                        """));
    }

    @Test
    void spreadsheetsGetTheDriftWithoutFormulas() throws Exception {
        drift();

        mvc.perform(get(SYNC + "/drift").with(as("operator")).accept("text/csv"))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("drift-woodgrove.csv")))
                .andExpect(
                        content()
                                .string(
                                        "class,subject,userId,portalUserId,partnerCenter,portal,action,detail\r\n"
                                                + "UNMAPPED,team@woodgrove.com,,u9,,CONTRIBUTOR,ADD_MEMBERS_IN_PARTNER_CENTER,\r\n"
                                                + "EXTRA_IN_CPP,'=cmd@woodgrove.com,u7,u7,,OWNER,KEPT_BY_OPERATOR,\"REJECTED, stays\"\r\n"));
    }

    @Test
    void beforeTheFirstComparisonThereIsNoDrift() throws Exception {
        var view = Syncs.inStep();
        given(viewUserSync.of("woodgrove")).willReturn(Optional.of(view));

        mvc.perform(get(SYNC + "/drift").with(as("operator")).accept("application/json"))
                .andExpect(content().json("{\"comparedAt\":null,\"items\":[]}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "admin"})
    void operatorsHaveAnAccountCompared(String caller) throws Exception {
        mvc.perform(post(SYNC + "/reconcile").with(as(caller))).andExpect(status().isAccepted());

        verify(requestReconciliation).ofAll("woodgrove");
    }

    @ParameterizedTest
    @CsvSource({OWNER, "service", "auditor"})
    void nobodyElseDoesAnything(String caller) throws Exception {
        for (var path : List.of("/reconcile", "/users/u-7", "/removals/approve", "/removals/reject")) {
            act(caller, path, "{\"reason\":\"x\"}")
                    .andExpect(status().isForbidden())
                    .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        }
        verifyNoInteractions(requestReconciliation, decideRemovals);
    }

    @Test
    void aUserWhoIsInStepIsAnsweredWithTheSteps() throws Exception {
        given(requestReconciliation.ofUser("woodgrove", "new@woodgrove.com")).willReturn("on-demand/1");
        given(requestReconciliation.outcomeOf("woodgrove", "on-demand/1"))
                .willReturn(Optional.empty())
                .willReturn(Optional.of(new UserSyncOutcome(
                        "u-7", "new@woodgrove.com", ChangeState.APPLIED, "NONE -> OWNER", List.of("one", "two"))));

        mvc.perform(post(SYNC + "/users/new@woodgrove.com").with(as("operator")))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"userId\":\"u-7\",\"state\":\"APPLIED\",\"steps\":[\"one\",\"two\"]}"));
    }

    @Test
    void aUserWhoTakesLongIsAnsweredWithTheChange() throws Exception {
        given(requestReconciliation.ofUser("woodgrove", "u-7")).willReturn("on-demand/1");
        given(requestReconciliation.outcomeOf(any(), any())).willReturn(Optional.empty());

        mvc.perform(post(SYNC + "/users/u-7").with(as("operator")))
                .andExpect(status().isAccepted())
                .andExpect(content().json("{\"changeId\":\"on-demand/1\"}"));
    }

    @Test
    void aUserIdHasItsLimit() throws Exception {
        mvc.perform(post(SYNC + "/users/" + "u".repeat(321)).with(as("operator")))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("userId")));
    }

    @Test
    void stagedRemovalsAreDecidedWithAReason() throws Exception {
        given(decideRemovals.approve("woodgrove", Instant.MAX, "operator", "They left"))
                .willReturn(40);
        given(decideRemovals.reject("woodgrove", Instant.MAX, "admin", "They stay"))
                .willReturn(3);

        act("operator", "/removals/approve", "{\"reason\":\" They left \"}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"removals\":40}"));
        act("admin", "/removals/reject", "{\"reason\":\"They stay\"}")
                .andExpect(status().isOk())
                .andExpect(content().json("{\"removals\":3}"));
        act("admin", "/removals/ignore", "{\"reason\":\"They stay\"}").andExpect(status().isNotFound());
    }

    @Test
    void onlyWhatWasSeenIsDecidedWhereThatIsSaid() throws Exception {
        given(decideRemovals.approve("woodgrove", Instant.parse("2026-03-02T09:00:00Z"), "operator", "They left"))
                .willReturn(7);

        act("operator", "/removals/approve", "{\"reason\":\"They left\",\"stagedUntil\":\"2026-03-02T09:00:00Z\"}")
                .andExpect(content().json("{\"removals\":7}"));
        act("operator", "/removals/reject", "{\"reason\":\"They left\",\"stagedUntil\":\"lately\"}")
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("stagedUntil")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "``                        | 422 | REASON_MISSING",
                "{}                        | 422 | REASON_MISSING",
                "{\"reason\":null}         | 422 | REASON_MISSING",
                "{\"reason\":\" \"}        | 422 | REASON_MISSING",
                "{\"reason\":\"a\\u0001b\"} | 422 | FIELD_INVALID",
                "{\"reason\":\"a\\u0000\"} | 400 | INPUT_MALFORMED",
                "{\"reason\":7}            | 400 | INPUT_MALFORMED"
            })
    void nothingIsDecidedWithoutAReason(String body, int status, String code) throws Exception {
        for (var decision : List.of("approve", "reject")) {
            act("operator", "/removals/" + decision, body)
                    .andExpect(status().is(status))
                    .andExpect(jsonPath("$.code").value(code));
        }
        verifyNoInteractions(decideRemovals);
    }

    @ParameterizedTest
    @CsvSource({"500, 200", "501, 400"})
    void aReasonHasItsLimit(int length, int status) throws Exception {
        act("operator", "/removals/approve", "{\"reason\":\"%s\"}".formatted("r".repeat(length)))
                .andExpect(status().is(status));
    }

    @Test
    void whatCannotBeDoneSaysWhy() throws Exception {
        var none = Syncs.refused(Refusal.NO_STAGED_REMOVALS, "woodgrove");
        var notMoved = Syncs.refused(Refusal.NOT_MIGRATED, "woodgrove");
        given(decideRemovals.approve(any(), any(), any(), any())).willThrow(none);
        willThrow(notMoved).given(requestReconciliation).ofAll(any());
        given(requestReconciliation.ofUser(any(), any())).willThrow(notMoved);

        act("operator", "/removals/approve", "{\"reason\":\"x\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NO_STAGED_REMOVALS"));
        mvc.perform(post(SYNC + "/reconcile").with(as("operator"))).andExpect(status().isNotFound());
        mvc.perform(post(SYNC + "/users/u-7").with(as("operator"))).andExpect(status().isNotFound());
    }

    private void drift() {
        var report = Syncs.report(
                Syncs.MEMBERS_TO_ADD,
                new Drift(
                        DriftClass.EXTRA_IN_CPP,
                        "=cmd@woodgrove.com",
                        "u7",
                        "u7",
                        null,
                        "OWNER",
                        DriftAction.KEPT_BY_OPERATOR,
                        "REJECTED, stays"));
        given(viewUserSync.driftOf("woodgrove")).willReturn(Optional.of(report));
    }

    private ResultActions act(String caller, String path, String body) throws Exception {
        return mvc.perform(post(SYNC + path)
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
