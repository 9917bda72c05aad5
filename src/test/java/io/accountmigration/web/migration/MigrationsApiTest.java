package io.accountmigration.web.migration;

import static io.accountmigration.web.People.OWNER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.nullValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyInt;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verify;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.migration.start.StartMigration.Started;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.http.MediaType;

class MigrationsApiTest extends WebTest {

    private static final Caller CALLER = new Caller(OWNER, Set.of(Role.PUBLISHER_USER));

    @Test
    void aStartAnswersWithTheCaseAndItsPlace() throws Exception {
        given(startMigration.start("CONTOSO", Optional.empty(), CALLER, Optional.of("key-1")))
                .willReturn(Cases.STARTED_CASE);
        given(viewMigrations.ofCase("contoso", Cases.CASE_ID, CALLER)).willReturn(Cases.waitingFor(OWNER));

        mvc.perform(post("/api/migrations")
                        .with(as(OWNER))
                        .header("Idempotency-Key", "key-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publisherId\":\"CONTOSO\",\"unknown\":{\"is\":[\"ignored\"]}}"))
                .andExpect(status().isCreated())
                .andExpect(header().string("Location", "/api/migrations/contoso"))
                .andExpect(jsonPath("$.publisherId").value("contoso"))
                .andExpect(jsonPath("$.state").value("ACTION_REQUIRED"));
    }

    @Test
    void aRepeatedStartGetsTheVeryAnswerOfTheFirst() throws Exception {
        given(viewMigrations.ofCase("contoso", Cases.CASE_ID, CALLER)).willReturn(Cases.waitingFor(OWNER));
        given(startMigration.start("contoso", Optional.empty(), CALLER, Optional.of("key-1")))
                .willReturn(Cases.STARTED_CASE);
        var first = start();
        var kept = ArgumentCaptor.forClass(String.class);
        verify(startMigration).answered(eq(CALLER), eq("key-1"), kept.capture());

        given(viewMigrations.ofCase("contoso", Cases.CASE_ID, CALLER))
                .willReturn(Cases.ended(MigrationState.CANCELLED));
        given(startMigration.start("contoso", Optional.empty(), CALLER, Optional.of("key-1")))
                .willReturn(new Started("contoso", Cases.CASE_ID, Optional.of(kept.getValue())));

        assertThat(start()).isEqualTo(first).contains("ACTION_REQUIRED");
        verify(startMigration).answered(any(), any(), any());
    }

    private String start() throws Exception {
        return mvc.perform(post("/api/migrations")
                        .with(as(OWNER))
                        .header("Idempotency-Key", "key-1")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publisherId\":\"contoso\"}"))
                .andExpect(status().isCreated())
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void eachCaseHasAnAddressThatItsLinksLeadTo() throws Exception {
        given(viewMigrations.ofCase(eq("contoso"), eq(Cases.CASE_ID), any()))
                .willReturn(Cases.ended(MigrationState.CANCELLED));
        var self = "/api/migrations/contoso/cases/" + Cases.CASE_ID;

        mvc.perform(get(self).with(as("service")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.state").value("CANCELLED"))
                .andExpect(jsonPath("$.links.self").value(self))
                .andExpect(jsonPath("$.links.events").value(self + "/events"))
                .andExpect(jsonPath("$.links.page").value("/migrations/contoso"));
    }

    @Test
    void aServiceNamesTheOwnerAndMayLeaveOutTheKey() throws Exception {
        var service = new Caller("service", Set.of(Role.SERVICE));
        given(startMigration.start("contoso", Optional.of(OWNER), service, Optional.empty()))
                .willReturn(Cases.STARTED_CASE);
        given(viewMigrations.ofCase("contoso", Cases.CASE_ID, service)).willReturn(Cases.waitingFor(OWNER));

        mvc.perform(post("/api/migrations")
                        .with(as("service"))
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"publisherId\":\"contoso\",\"requestedBy\":\"" + OWNER + "\"}"))
                .andExpect(status().isCreated());
    }

    @Test
    void aCaseThatWaitsSaysForWhomAndWhy() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(Cases.waitingFor(OWNER, FindingCode.TENANT_MISMATCH.naming("<b>x</b>")));

        mvc.perform(get("/api/migrations/contoso").with(as(OWNER)))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                                {"publisherId":"contoso","state":"ACTION_REQUIRED","step":"PROVIDE_WORK_EMAIL",
                                 "stepsDone":[{"step":"CHECK_PARTNER_MEMBERSHIP","at":"2026-03-02T09:00:05Z"}],
                                 "actors":["owner@contoso.com","second-owner@contoso.com"],
                                 "since":"2026-03-02T09:00:05Z","startedAt":"2026-03-02T09:00:00Z",
                                 "taskUrl":"/camunda/app/tasklist/default/#/?forceDisplayTask=true&task=t1",
                                 "usersLeftBehind":[]}
                                """))
                .andExpect(jsonPath("$.problem.code").value("TENANT_MISMATCH"))
                .andExpect(jsonPath("$.problem.text").value(containsString("<b>x</b>")));
    }

    @Test
    void aCaseWithoutProblemAndTaskSaysSo() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any())).willReturn(Cases.ended(MigrationState.MIGRATED));

        mvc.perform(get("/api/migrations/contoso").with(as(OWNER)))
                .andExpect(jsonPath("$.problem").value(nullValue()))
                .andExpect(jsonPath("$.taskUrl").value(nullValue()))
                .andExpect(jsonPath("$.length()").value(13))
                .andExpect(content().string(containsString("\"problem\":null")));
    }

    @Test
    void usersLeftBehindCarryWhatToDoInTheCallersLanguage() throws Exception {
        given(viewMigrations.latest(eq("contoso"), any()))
                .willReturn(Cases.ended(
                        MigrationState.MIGRATED,
                        new UserLeftBehind("u7", FindingCode.USER_IS_GROUP.naming("team@contoso.com"))));

        var english = mvc.perform(get("/api/migrations/contoso").with(as(OWNER)))
                .andExpect(jsonPath("$.usersLeftBehind[0].userId").value("u7"))
                .andExpect(jsonPath("$.usersLeftBehind[0].code").value("USER_IS_GROUP"))
                .andExpect(jsonPath("$.usersLeftBehind[0].steps").isNotEmpty())
                .andReturn();
        var dutch = mvc.perform(get("/api/migrations/contoso").with(as(OWNER)).header("Accept-Language", "nl-NL,nl"))
                .andReturn();

        assertThat(dutch.getResponse().getContentAsString())
                .isNotEqualTo(english.getResponse().getContentAsString());
    }

    @Test
    void theHistoryHoldsAllCases() throws Exception {
        given(viewMigrations.history(eq("contoso"), any()))
                .willReturn(List.of(Cases.waitingFor(OWNER), Cases.ended(MigrationState.CANCELLED)));

        mvc.perform(get("/api/migrations/contoso/history").with(as(OWNER)))
                .andExpect(jsonPath("$.items.length()").value(2))
                .andExpect(jsonPath("$.items[1].state").value("CANCELLED"))
                .andExpect(jsonPath("$.next").value(nullValue()));
    }

    @Test
    void aCursorLeadsToTheNextPage() throws Exception {
        var id = UUID.fromString("7a6f1c1e-0000-4000-8000-000000000001");
        ScrollPosition end = ScrollPosition.forward(Map.of("startedAt", Cases.STARTED, "id", id));
        given(viewMigrations.page(any(), any(), anyInt()))
                .willReturn(
                        Window.from(List.of(Cases.waitingFor(OWNER)), index -> end, true),
                        Window.from(List.<CaseView>of(), index -> end, false));

        var first = mvc.perform(get("/api/migrations?state=MOVING&limit=1").with(as("operator")))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andReturn()
                .getResponse()
                .getContentAsString();
        var next = com.jayway.jsonpath.JsonPath.<String>read(first, "$.next");
        mvc.perform(get("/api/migrations").queryParam("cursor", next).with(as("service")))
                .andExpect(jsonPath("$.items").isEmpty())
                .andExpect(jsonPath("$.next").value(nullValue()));

        verify(viewMigrations).page(Optional.of(MigrationState.MOVING), ScrollPosition.keyset(), 1);
        var position = ArgumentCaptor.forClass(ScrollPosition.class);
        verify(viewMigrations).page(eq(Optional.empty()), position.capture(), eq(50));
        assertThat(((KeysetScrollPosition) position.getValue()).getKeys())
                .containsOnly(Map.entry("startedAt", Cases.STARTED), Map.entry("id", id));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "cursor=x",
                "cursor=%00",
                "cursor=!!",
                "cursor=YXxi",
                "cursor=bm90LWEtdGltZXxuby1pZA",
                "limit=0",
                "limit=101",
                "limit=-1",
                "limit=many",
                "limit=99999999999",
                "state=SLEEPING"
            })
    void aQueryThatCannotBeMeantIsRefused(String query) throws Exception {
        mvc.perform(get("/api/migrations?" + query).with(as("operator")))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("REQUEST_INVALID"))
                .andExpect(jsonPath("$.detail").value(containsString(query.substring(0, query.indexOf('=')))));
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "auditor"})
    void theListIsForOperatorsAndServices(String caller) throws Exception {
        mvc.perform(get("/api/migrations").with(as(caller)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
    }
}
