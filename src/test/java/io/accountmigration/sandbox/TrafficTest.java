package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TrafficTest extends SandboxTest {

    private static final String CONTOSO = "/cpp/api/publishers/contoso";
    private static final String LOCK = "{\"caseId\":\"case-1\",\"until\":\"2099-01-01T00:00:00Z\"}";

    @Test
    void aStatusHasNoEffectAndIsUsedUp() throws Exception {
        fault("""
                {"system":"cpp","method":"PUT","pathPrefix":"/api/publishers/contoso/lock","kind":"STATUS",
                 "status":503,"retryAfterSeconds":7,"skip":1,"times":2}""");

        assertThat(lock().status()).isEqualTo(200);
        var refused = lock();
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("7");
        assertThat(refused.body().at("/error/message").asText()).isNotBlank();
        var listed = control("GET", "/faults", null).body();
        assertThat(listed.at("/0/remaining").asInt()).isEqualTo(1);
        assertThat(listed.at("/0/system").asText()).isEqualTo("cpp");
        assertThat(lock().status()).isEqualTo(503);
        assertThat(lock().status()).isEqualTo(200);
        assertThat(writes()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"RESET", "DROP_AFTER_EFFECT"})
    void aBrokenConnectionGivesNoAnswerAtAll(String kind) throws Exception {
        fault("{\"system\":\"cpp\",\"method\":\"PUT\",\"kind\":\"" + kind + "\"}");

        assertThatExceptionOfType(IOException.class).isThrownBy(this::lock);

        var dropped = kind.equals("DROP_AFTER_EFFECT");
        assertThat(get(CONTOSO).body().path("status").asText()).isEqualTo(dropped ? "LOCKED" : "ACTIVE");
        assertThat(writes()).hasSize(dropped ? 1 : 0);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/cpp", "/partner-center", "/graph", "/login/common", "/login/x/oauth2"})
    void aBaseByItselfIsNoCall(String path) throws Exception {
        for (var method : new String[] {"GET", "POST"}) {
            assertThat(wire(method, path, null).status()).isEqualTo(404);
        }
        assertThat(call(request("GET", path, null)).status()).isIn(401, 404);
    }

    @Test
    void anEmptyAnswerHasNoItems() throws Exception {
        fault("{\"system\":\"cpp\",\"method\":\"GET\",\"kind\":\"EMPTY\",\"times\":2}");

        var users = get(CONTOSO + "/users");
        assertThat(users.status()).isEqualTo(200);
        assertThat(users.body().path("items")).isEmpty();
        var publisher = get(CONTOSO);
        assertThat(publisher.status()).isEqualTo(200);
        assertThat(publisher.response().body()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"KEPT,2", "OWN,1", "NONE,-1"})
    void aShortListLacksItsLastEntries(String count, int total) throws Exception {
        var whole = get(CONTOSO + "/users").body().path("items");
        assertThat(whole).hasSize(2);
        fault(
                "{\"system\":\"cpp\",\"method\":\"GET\",\"pathPrefix\":\"/api/publishers/contoso/users\",\"kind\":\"SHORT\","
                        + "\"count\":\"" + count + "\"}");

        var list = get(CONTOSO + "/users");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.body().path("items")).containsExactly(whole.path(0));
        assertThat(list.body().path("totalCount").asInt(-1)).isEqualTo(total);
        assertThat(get(CONTOSO + "/users").body().path("items")).isEqualTo(whole);
    }

    @Test
    void aShortListLosesNoMoreThanItHas() throws Exception {
        fault("{\"system\":\"cpp\",\"method\":\"GET\",\"kind\":\"SHORT\",\"entries\":9,\"times\":2}");

        assertThat(get(CONTOSO + "/users").body().path("items")).isEmpty();
        assertThat(get(CONTOSO).body().path("status").asText()).isEqualTo("ACTIVE");
    }

    @ParameterizedTest
    @CsvSource({"KEPT,2", "OWN,2", "NONE,-1"})
    void aStaleListIsWhatItWasBeforeItChanged(String count, int total) throws Exception {
        var before = get(CONTOSO + "/users");
        control(
                "PUT",
                "/accounts/contoso/cpp/users/ann",
                "{\"address\":\"ann@contoso.com\",\"roles\":[\"contributor\"]}");
        var now = get(CONTOSO + "/users");
        assertThat(now.body().path("items")).hasSize(3);
        fault("{\"system\":\"cpp\",\"method\":\"GET\",\"kind\":\"STALE\",\"count\":\"" + count + "\"}");

        var list = get(CONTOSO + "/users");

        assertThat(list.body().path("items")).isEqualTo(before.body().path("items"));
        assertThat(list.body().path("totalCount").asInt(-1)).isEqualTo(total);
        assertThat(list.header("ETag")).isEqualTo(before.header("ETag")).isNotEqualTo(now.header("ETag"));
        assertThat(get(CONTOSO + "/users").body()).isEqualTo(now.body());
    }

    @Test
    void aListThatNobodyHasReadBeforeIsNotStale() throws Exception {
        fault("{\"system\":\"cpp\",\"method\":\"GET\",\"kind\":\"STALE\"}");

        assertThat(get(CONTOSO + "/users").body().path("items")).hasSize(2);
    }

    @Test
    void aTruncatedAnswerIsNoJson() throws Exception {
        fault("{\"system\":\"partner-center\",\"kind\":\"TRUNCATED\"}");

        var answer = get("/partner-center/v1/profiles/mpn?mpnId=4391507");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.response().body()).startsWith("{");
        assertThat(answer.body()).isNull();
    }

    @Test
    void aDelayedAnswerComesInFull() throws Exception {
        fault("{\"system\":\"directory\",\"kind\":\"DELAY\",\"delayMillis\":30}");

        assertThat(get("/login/common/userrealm/x@contoso.com?api-version=1.0").status())
                .isEqualTo(200);
        assertThat(control("GET", "/faults", null).body().at("/0/remaining").asInt())
                .isZero();
    }

    @Test
    void aFaultOfTheTokenEndpointLeavesTheDirectoryAlone() throws Exception {
        fault("{\"system\":\"token\",\"kind\":\"STATUS\",\"status\":500,\"times\":5}");

        assertThat(token().status()).isEqualTo(500);
        assertThat(call(request("GET", "/login/common/userrealm/x@contoso.com", null))
                        .status())
                .isEqualTo(200);
        control("DELETE", "/faults", null);
        assertThat(token().status()).isEqualTo(200);
    }

    @Test
    void aMalformedFaultIsRefusedWithAReason() throws Exception {
        assertRefused("{\"system\":\"cpp\"}");
        assertRefused("{\"system\":\"elsewhere\",\"kind\":\"RESET\"}");
        assertRefused("{\"system\":\"cpp\",\"kind\":\"NEVER\"}");
        assertRefused("{\"system\":\"cpp\",\"kind\":\"STATUS\",\"status\":200}");
        assertRefused("{\"system\":\"cpp\",\"kind\":\"SHORT\",\"entries\":0}");
        assertRefused("{\"system\":");
    }

    @Test
    void beyondItsLimitASystemSaysWhenToComeBack() throws Exception {
        control("PUT", "/limits", "{\"system\":\"partner-center\",\"calls\":2,\"perSeconds\":60}");
        var path = "/partner-center/v1/profiles/mpn?mpnId=4391507";
        assertThat(get(path).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(3));
        assertThat(get(path).status()).isEqualTo(200);

        var limited = get(path);

        assertThat(limited.status()).isEqualTo(429);
        assertThat(limited.header("Retry-After")).isEqualTo("57");
        assertThat(limited.body().path("message").asText())
                .isEqualTo("Rate limit is exceeded. Try again in 57 seconds.");
        assertThat(get(CONTOSO).status()).isEqualTo(200);
        clock.advance(Duration.ofSeconds(57));
        assertThat(get(path).status()).isEqualTo(200);
        assertThat(get(path).status()).isEqualTo(429);
        control("PUT", "/limits", "{\"system\":\"partner-center\",\"calls\":0,\"perSeconds\":60}");
        assertThat(get(path).status()).isEqualTo(200);
    }

    @Test
    void aForgedTokenIsTurnedAway() throws Exception {
        var path = CONTOSO + "?api-version=2017-10-31";
        for (var forged : new String[] {"Bearer 99999999999.abc", "Bearer x", "Basic abc", "Bearer "}) {
            assertThat(call(request("GET", path, null).header("Authorization", forged))
                            .status())
                    .as(forged)
                    .isEqualTo(401);
        }
    }

    private Answer lock() throws IOException, InterruptedException {
        return wire("PUT", CONTOSO + "/lock", LOCK);
    }

    private void fault(String body) throws Exception {
        assertThat(control("POST", "/faults", body).status()).isEqualTo(201);
    }

    private void assertRefused(String body) throws Exception {
        var answer = control("POST", "/faults", body);
        assertThat(answer.status()).as(body).isEqualTo(400);
        assertThat(answer.header("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().path("code").asText()).as(body).isNotBlank();
        assertThat(answer.body().path("detail").asText()).as(body).isNotBlank();
    }

    private JsonNode writes() throws Exception {
        return control("GET", "/writes?publisherId=contoso", null).body();
    }
}
