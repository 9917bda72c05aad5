package io.accountmigration.web.usersync;

import static io.accountmigration.web.People.CONTRIBUTOR;
import static io.accountmigration.web.People.OWNER;
import static org.hamcrest.Matchers.containsString;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.IncomingChange;
import io.accountmigration.usersync.UserSyncRefused.Refusal;
import io.accountmigration.web.Syncs;
import io.accountmigration.web.WebTest;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.ResultActions;

class UserChangesApiTest extends WebTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"service", "admin"})
    void aChangeIsTakenAsItWasSaid(String caller) throws Exception {
        push(caller, UserChangeBody.EXAMPLE).andExpect(status().isAccepted());

        verify(acceptUserChange)
                .accept(
                        "woodgrove",
                        new IncomingChange(
                                "8c1f",
                                Syncs.AT,
                                "u-7",
                                "new@woodgrove.com",
                                null,
                                ChangeOperation.ADD,
                                "ADD",
                                Set.of("Developer")));
    }

    @ParameterizedTest
    @ValueSource(strings = {OWNER, CONTRIBUTOR, "operator", "auditor"})
    void nobodyElseTellsChanges(String caller) throws Exception {
        push(caller, UserChangeBody.EXAMPLE)
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.code").value("NOT_ALLOWED"));
        verifyNoInteractions(acceptUserChange);
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOOK_UP", "PURGE", "UNKNOWN", "add", "suspend_partner_user"})
    void anOperationNobodyKnowsIsKeptUnderItsName(String name) throws Exception {
        var body = example().put("operation", name);
        body.remove(List.of("roles", "userPrincipalName"));

        push("service", body.toString()).andExpect(status().isAccepted());

        verify(acceptUserChange)
                .accept(
                        "woodgrove",
                        new IncomingChange(
                                "8c1f", Syncs.AT, "u-7", null, null, ChangeOperation.UNKNOWN, name, Set.of()));
    }

    @Test
    void aRemovalNeedsNeitherAddressNorRoles() throws Exception {
        var body = example().put("operation", "REMOVE").put("displayName", "Somebody");
        body.remove(List.of("roles", "userPrincipalName"));

        push("service", body.toString()).andExpect(status().isAccepted());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "changeId          | null",
                "changeId          | 7",
                "changeId          | ` `",
                "changeId          | \" \"",
                "changeId          | \"a\\u0001b\"",
                "occurredAt        | null",
                "occurredAt        | \"yesterday\"",
                "occurredAt        | \"2026-03-02T09:00:00\"",
                "occurredAt        | 1772442000",
                "userId            | null",
                "userId            | {\"id\":\"u-7\"}",
                "userPrincipalName | null",
                "userPrincipalName | \"nobody\"",
                "userPrincipalName | \"a b@woodgrove.com\"",
                "displayName       | \"a\\nb\"",
                "displayName       | true",
                "operation         | null",
                "operation         | [\"ADD\"]",
                "roles             | null",
                "roles             | \"Developer\"",
                "roles             | {\"a\":\"Developer\"}",
                "roles             | [null]",
                "roles             | [\"\"]",
                "roles             | [\"Developer\\nOwner\"]",
            })
    void aFieldOfTheWrongFormIsNamed(String field, String value) throws Exception {
        var body = example();
        body.set(field, value.isBlank() ? JSON.nullNode() : JSON.readTree(value));

        requireNamed(field, body);
    }

    @Test
    void halfACharacterIsNoText() throws Exception {
        push("service", UserChangeBody.EXAMPLE.replace("8c1f", "\\ud800"))
                .andExpect(status().isUnprocessableEntity())
                .andExpect(jsonPath("$.detail").value(containsString("changeId")));
    }

    @ParameterizedTest
    @CsvSource({
        "changeId, 200, 202",
        "changeId, 201, 422",
        "userId, 320, 202",
        "userId, 321, 422",
        "displayName, 320, 202",
        "displayName, 321, 422",
        "operation, 50, 202",
        "operation, 51, 422"
    })
    void everyTextHasItsLimit(String field, int length, int status) throws Exception {
        push("service", example().put(field, "x".repeat(length)).toString()).andExpect(status().is(status));
    }

    @ParameterizedTest
    @CsvSource({"50, 20, 202", "51, 20, 422", "1, 100, 202", "1, 101, 422", "50, 100, 422"})
    void rolesHaveTheirLimits(int count, int length, int status) throws Exception {
        var body = example();
        var roles = body.putArray("roles");
        IntStream.range(0, count).forEach(i -> roles.add(String.valueOf(i + 10) + "r".repeat(length - 2)));

        push("service", body.toString()).andExpect(status().is(status));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"{\"changeId\": | BODY_UNREADABLE", "[]  | REQUEST_INVALID", "\"x\" | REQUEST_INVALID"})
    void whatIsNoChangeAtAllIsABadRequest(String body, String code) throws Exception {
        push("service", body)
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value(code));
        verifyNoInteractions(acceptUserChange);
    }

    @Test
    void anEndlessChangeIsRefused() throws Exception {
        push("service", example().put("displayName", "x".repeat(5_000_000)).toString())
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.code").value("INPUT_TOO_LONG"));
        verifyNoInteractions(acceptUserChange);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "NOT_MIGRATED")
    void aRefusalIsAProblemWithItsStatus(Refusal refusal) throws Exception {
        var refused = Syncs.refused(refusal, "occurredAt");
        willThrow(refused).given(acceptUserChange).accept(eq("woodgrove"), any());

        push("service", UserChangeBody.EXAMPLE)
                .andExpect(status().is(refusal.status()))
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value(refusal.name()))
                .andExpect(jsonPath("$.detail").value(containsString("occurredAt")));
    }

    @Test
    void aPublisherThatNobodyKnowsIsNotOneThatHasNotMoved() throws Exception {
        var refused = Syncs.refused(Refusal.NOT_MIGRATED, "woodgrove");
        willThrow(refused).given(acceptUserChange).accept(eq("woodgrove"), any());
        given(publishers.read("woodgrove"))
                .willReturn(Optional.empty())
                .willReturn(Optional.of(Syncs.notMoved()))
                .willThrow(new CloudPartnerPortalUnavailable("", Duration.ofSeconds(7), null));

        push("service", UserChangeBody.EXAMPLE)
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.code").value("PUBLISHER_NOT_FOUND"));
        push("service", UserChangeBody.EXAMPLE)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("NOT_MIGRATED"));
        push("service", UserChangeBody.EXAMPLE)
                .andExpect(status().isServiceUnavailable())
                .andExpect(header().string("Retry-After", "7"));
    }

    private void requireNamed(String field, ObjectNode body) throws Exception {
        push("service", body.toString())
                .andExpect(status().isUnprocessableEntity())
                .andExpect(content().contentType("application/problem+json"))
                .andExpect(jsonPath("$.code").value("FIELD_INVALID"))
                .andExpect(jsonPath("$.detail").value(containsString(field)));
        verifyNoInteractions(acceptUserChange);
    }

    private static ObjectNode example() throws Exception {
        return (ObjectNode) JSON.readTree(UserChangeBody.EXAMPLE);
    }

    private ResultActions push(String caller, String body) throws Exception {
        return mvc.perform(post("/api/publishers/woodgrove/user-changes")
                .with(as(caller))
                .contentType(MediaType.APPLICATION_JSON)
                .content(body));
    }
}
