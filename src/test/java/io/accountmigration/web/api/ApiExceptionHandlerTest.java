package io.accountmigration.web.api;

import static io.accountmigration.web.People.OWNER;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.web.Cases;
import io.accountmigration.web.WebTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class ApiExceptionHandlerTest extends WebTest {

    @ParameterizedTest
    @EnumSource(Refusal.class)
    void everyRefusalIsAProblemWithItsStatusAndASentence(Refusal refusal) throws Exception {
        given(viewMigrations.latest(any(), any())).willThrow(MigrationRefused.because(refusal, "contoso"));

        mvc.perform(get("/api/migrations/contoso").with(as(OWNER)).with(madeUpAnswer()))
                .andExpect(status().is(refusal.status()))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.type").isNotEmpty())
                .andExpect(jsonPath("$.title").isNotEmpty())
                .andExpect(jsonPath("$.status").value(refusal.status()))
                .andExpect(jsonPath("$.code").value(refusal.name()))
                .andExpect(jsonPath("$.detail").value(not(containsString("{0}"))))
                .andExpect(jsonPath("$.migration").value(nullValue()));
    }

    @Test
    void aRefusalInFavourOfACaseLinksToItAlsoWhenTheEngineHasWrappedIt() throws Exception {
        var migration = mock(Migration.class);
        given(migration.publisherId()).willReturn("contoso");
        var refused = MigrationRefused.because(Refusal.ALREADY_RUNNING, migration);
        given(startMigration.start(any(), any(), any(), any()))
                .willThrow(new IllegalStateException("outer", new IllegalStateException("inner", refused)));

        start("{\"publisherId\":\"contoso\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("ALREADY_RUNNING"))
                .andExpect(jsonPath("$.migration").value("/migrations/contoso"));
    }

    @Test
    void anOutsideSystemThatIsDownSaysWhenToComeBack() throws Exception {
        given(startMigration.start(any(), any(), any(), any()))
                .willThrow(new IllegalStateException(
                        new CloudPartnerPortalUnavailable("secret", Duration.ofSeconds(57), null)));

        start("{\"publisherId\":\"contoso\"}")
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "57"))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("OUTSIDE_UNAVAILABLE"))
                .andExpect(content().string(not(containsString("secret"))));
    }

    @Test
    void whoeverWasOvertakenIsToldSo() throws Exception {
        willThrow(new DataIntegrityViolationException("x"))
                .willThrow(new OptimisticLockingFailureException("x"))
                .given(cancelMigration)
                .cancel(any(), any());

        for (int i = 0; i < 2; i++) {
            mvc.perform(post("/api/migrations/contoso/cancel").with(as(OWNER)))
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.code").value("BUSY"));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                                        | BODY_UNREADABLE",
                "null                                      | BODY_UNREADABLE",
                "[]                                        | BODY_UNREADABLE",
                "\"contoso\"                               | BODY_UNREADABLE",
                "{\"publisherId\":\"contoso\"              | BODY_UNREADABLE",
                "{'publisherId':'contoso'}                 | BODY_UNREADABLE",
                "{\"publisherId\":\"a\",\"publisherId\":\"b\"} | BODY_UNREADABLE",
                "{\"publisherId\":7}                       | INPUT_MALFORMED",
                "{\"publisherId\":true}                    | INPUT_MALFORMED",
                "{\"publisherId\":{\"a\":1}}               | INPUT_MALFORMED",
                "{\"publisherId\":[\"contoso\"]}           | INPUT_MALFORMED",
                "{\"publisherId\":\"a\\u0000b\"}           | INPUT_MALFORMED",
                "{\"publisherId\":\"contoso\",\"requestedBy\":7} | INPUT_MALFORMED"
            })
    void aBodyOfTheWrongShapeIsABadRequest(String body, String code) throws Exception {
        start(body)
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value(code));
        verifyNoInteractions(startMigration);
    }

    @ParameterizedTest
    @CsvSource({"{}", "{\"publisherId\":null}", "{\"publisherId\":\" \"}"})
    void aStartWithoutPublisherAsksForOne(String body) throws Exception {
        start(body)
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.code").value("PUBLISHER_ID_MISSING"));
    }

    @ParameterizedTest
    @CsvSource({"publisherId, 321", "requestedBy, 321", "requestedBy, 102400"})
    void aValueThatIsTooLongIsABadRequest(String name, int length) throws Exception {
        var body = new HashMap<>(Map.of("publisherId", "contoso"));
        body.put(name, "a".repeat(length));
        start(new ObjectMapper().writeValueAsString(body))
                .andExpect(status().isBadRequest())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("INPUT_TOO_LONG"));
        verifyNoInteractions(startMigration);
    }

    @Test
    void anIdempotencyKeyHasItsLimit() throws Exception {
        given(startMigration.start(any(), any(), any(), any())).willReturn(Cases.STARTED_CASE);
        given(viewMigrations.ofCase(any(), any(), any())).willReturn(Cases.waitingFor(OWNER));
        var body = "{\"publisherId\":\"contoso\"}";

        mvc.perform(post("/api/migrations")
                        .with(as(OWNER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", "k".repeat(200))
                        .content(body))
                .andExpect(status().isCreated());
        mvc.perform(post("/api/migrations")
                        .with(as(OWNER))
                        .contentType(MediaType.APPLICATION_JSON)
                        .header("Idempotency-Key", "k".repeat(201))
                        .content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.detail").value(containsString("Idempotency-Key")));
    }

    @Test
    void aProblemSpeaksTheCallersLanguage() throws Exception {
        given(viewMigrations.latest(any(), any()))
                .willThrow(MigrationRefused.because(Refusal.MIGRATION_NOT_FOUND, "contoso"));

        mvc.perform(get("/api/migrations/contoso").with(as(OWNER)).header("Accept-Language", "nl"))
                .andExpect(jsonPath("$.title").value("Geen migratie"));
    }

    @Test
    void ownersActOnTheirCase() throws Exception {
        given(takeOverMigration.takeOver(any(), any())).willReturn(Cases.TASK_URL);

        mvc.perform(post("/api/migrations/contoso/cancel").with(as(OWNER))).andExpect(status().isAccepted());
        mvc.perform(post("/api/migrations/contoso/other-partner-id").with(as(OWNER)))
                .andExpect(status().isAccepted());
        mvc.perform(post("/api/migrations/contoso/take-over").with(as(OWNER)))
                .andExpect(status().isOk())
                .andExpect(content().json("{\"taskUrl\":\"" + Cases.TASK_URL + "\"}"));
        verify(cancelMigration).cancel(any(), any());
        verify(changePartnerId).askAgain(any(), any());
    }

    private ResultActions start(String body) throws Exception {
        return mvc.perform(post("/api/migrations")
                .with(as(OWNER))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
