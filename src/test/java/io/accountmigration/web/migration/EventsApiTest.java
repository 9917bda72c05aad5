package io.accountmigration.web.migration;

import static io.accountmigration.web.People.OWNER;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.trail.MigrationEvent;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventsApiTest extends WebTest {

    @BeforeEach
    void oneEventWhoseSubjectLooksLikeAFormula() {
        var event = mock(MigrationEvent.class);
        given(event.position()).willReturn(1);
        given(event.at()).willReturn(Cases.STARTED);
        given(event.type()).willReturn(MigrationEvent.Type.REQUESTED);
        given(event.subject()).willReturn("=contoso");
        given(event.actor()).willReturn("process");
        given(event.hash()).willReturn("ab12");
        given(viewMigrations.trail(eq("contoso"), any())).willReturn(List.of(event));
        given(viewMigrations.trailOfCase(eq("contoso"), eq(Cases.CASE_ID), any()))
                .willReturn(List.of(event));
    }

    @ParameterizedTest
    @ValueSource(strings = {"operator", "auditor", "admin"})
    void theTrailIsForOperatorsAndAuditors(String caller) throws Exception {
        mvc.perform(get("/api/migrations/contoso/events").with(as(caller)).accept("*/*"))
                .andExpect(status().isOk())
                .andExpect(content().json("""
                                        {"items":[{"position":1,"at":"2026-03-02T09:00:00Z","type":"REQUESTED",
                                         "subject":"=contoso","actor":"process","hash":"ab12"}],"next":null}
                                        """));
    }

    @Test
    void eachCaseHasATrailOfItsOwn() throws Exception {
        mvc.perform(get("/api/migrations/contoso/cases/" + Cases.CASE_ID + "/events")
                        .with(as("service")))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.items.length()").value(1));
        mvc.perform(get("/api/migrations/contoso/cases/none/events").with(as("service")))
                .andExpect(status().isBadRequest());
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "service"})
    void theTrailIsNotForOthers(String caller) throws Exception {
        given(viewMigrations.trail(eq("contoso"), any())).willThrow(MigrationRefused.because(Refusal.NOT_ALLOWED, ""));
        mvc.perform(get("/api/migrations/contoso/events").with(as(caller)))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        mvc.perform(get("/api/migrations/contoso/events").with(as(caller)).accept("text/csv"))
                .andExpect(status().isForbidden())
                .andExpect(content().contentType("application/problem+json"));
    }

    @Test
    void spreadsheetsGetTheTrailWithoutFormulas() throws Exception {
        mvc.perform(get("/api/migrations/contoso/events").with(as("auditor")).accept("text/csv"))
                .andExpect(content().contentType("text/csv;charset=UTF-8"))
                .andExpect(header().string("Content-Disposition", containsString("attachment")))
                .andExpect(content()
                        .string("position,at,type,subject,actor,hash\r\n"
                                + "1,2026-03-02T09:00:00Z,REQUESTED,'=contoso,process,ab12\r\n"));
    }
}
