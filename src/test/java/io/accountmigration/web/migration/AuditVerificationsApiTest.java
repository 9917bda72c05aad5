package io.accountmigration.web.migration;

import static io.accountmigration.web.People.OWNER;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.accountmigration.migration.trail.TrailReport;
import io.accountmigration.migration.trail.TrailReport.BrokenTrail;
import io.accountmigration.migration.trail.TrailReport.Flaw;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class AuditVerificationsApiTest extends WebTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @ParameterizedTest
    @ValueSource(strings = {"auditor", "admin"})
    void auditorsAndAdministratorsLearnWhereATrailIsBroken(String caller) throws Exception {
        var broken = new BrokenTrail("contoso", CASE, 3, Flaw.LINE_CHANGED);
        given(verifyTrails.ofAll()).willReturn(new TrailReport(2, 30, List.of(broken), Cases.STARTED));

        ask(caller, "{}").andExpect(status().isOk()).andExpect(content().json("""
                                        {"intact":false,"cases":2,"events":30,"verifiedAt":"2026-03-02T09:00:00Z",
                                         "broken":[{"publisherId":"contoso","position":3,"flaw":"LINE_CHANGED",
                                         "caseId":"00000000-0000-0000-0000-000000000001"}]}
                                        """));
    }

    @Test
    void onePublishersTrailsAreVerifiedAlone() throws Exception {
        given(verifyTrails.of("contoso")).willReturn(new TrailReport(1, 15, List.of(), Cases.STARTED));

        ask("auditor", "{\"publisherId\":\"contoso\"}")
                .andExpect(jsonPath("$.intact").value(true))
                .andExpect(jsonPath("$.events").value(15));
    }

    @Test
    void whoNamesTwoPublishersIsAskedForOne() throws Exception {
        ask("auditor", "{\"publisherId\":\"a\",\"publisherId\":\"b\"}")
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("BODY_UNREADABLE"));
        verifyNoInteractions(verifyTrails);
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, "operator", "service"})
    void othersDoNotVerify(String caller) throws Exception {
        ask(caller, "{}")
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        verifyNoInteractions(verifyTrails);
    }

    private ResultActions ask(String caller, String body) throws Exception {
        return mvc.perform(post("/api/audit-verifications")
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
