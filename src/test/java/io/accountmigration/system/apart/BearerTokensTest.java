package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jwt.JWTClaimsSet;
import io.accountmigration.system.NeedsSignInServer;
import io.accountmigration.system.Program;
import io.accountmigration.system.Reply;
import io.accountmigration.system.SignInServer;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/** What programs may call with a token of the sign-in server, and with what else they may not. */
@NeedsSignInServer
@SpringBootTest(
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties =
                "spring.datasource.url=jdbc:h2:mem:bearer;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000")
@ContextConfiguration(initializers = SignInServer.class)
@ActiveProfiles("sandbox")
class BearerTokensTest {

    /** What a service is answered at each. */
    private static final Map<String, Integer> ENDPOINTS =
            Map.of("/api/migrations", 200, "/engine-rest/process-instance/unknown", 404);

    @LocalServerPort
    private int port;

    @Test
    void aTokenOfTheServerOpensEveryEndpointOfItsGroup() {
        var token = SignInServer.tokenFor(SignInServer.AUDIENCE);

        for (var endpoint : ENDPOINTS.entrySet()) {
            assertThat(call(token, endpoint.getKey()).status())
                    .as(endpoint.getKey())
                    .isEqualTo(endpoint.getValue());
        }
        var start = send(
                "POST",
                token,
                "/api/migrations",
                "{\"publisherId\":\"contoso\",\"requestedBy\":\"owner@contoso.com\"}");
        assertThat(start.status()).as(start.toString()).isEqualTo(201);
    }

    @Test
    void aGroupGivesItsRoleAndNoOther() {
        var service = SignInServer.signed(claims().build());
        var operator = SignInServer.signed(
                claims().claim("groups", "migration-operators").build());

        assertThat(call(service, "/actuator/metrics").status()).isEqualTo(403);
        assertThat(call(operator, "/actuator/metrics").status()).isEqualTo(200);
    }

    @Test
    void aTokenForSomebodyElseIsRefused() {
        requireRefused(SignInServer.tokenFor("urn:another-program"));
        requireRefused(
                SignInServer.signed(claims().audience("account-migration").build()));
        requireRefused(SignInServer.signed(claims().audience((String) null).build()));
    }

    @Test
    void anExpiredTokenIsRefused() {
        var hourAgo = Date.from(Instant.now().minus(Duration.ofHours(1)));

        requireRefused(SignInServer.signed(claims().expirationTime(hourAgo).build()));
        requireRefused(SignInServer.signed(claims().expirationTime(null).build()));
    }

    @Test
    void aTokenThatIsNotValidYetIsRefused() {
        var inAnHour = Date.from(Instant.now().plus(Duration.ofHours(1)));

        requireRefused(SignInServer.signed(claims().notBeforeTime(inAnHour).build()));
    }

    @Test
    void anotherIssuersTokenIsRefused() {
        requireRefused(
                SignInServer.signed(claims().issuer("https://elsewhere.example").build()));
        requireRefused(SignInServer.forged(claims().build()));
    }

    @Test
    void aTokenThatSaysItNeedsNoSignatureIsRefused() {
        var parts = SignInServer.signed(claims().build()).split("\\.");
        var none = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString("{\"alg\":\"none\",\"typ\":\"at+jwt\"}".getBytes());

        requireRefused(none + "." + parts[1] + ".");
        requireRefused(none + "." + parts[1] + "." + parts[2]);
    }

    @Test
    void theProofOfAPersonsSignInIsNoKey() {
        requireRefused(SignInServer.signed(claims().claim("nonce", "n").build()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"camunda-admin", "ADMINISTRATOR", "ROLE_ADMIN", "operators", "Catalogue-Services", ""})
    void aGroupThatIsNotOnTheListGivesNothing(String group) {
        var token = SignInServer.signed(claims().claim("groups", List.of(group)).build());

        for (var endpoint : ENDPOINTS.keySet()) {
            var reply = call(token, endpoint);
            assertThat(reply.status()).as(endpoint).isEqualTo(403);
            assertThat(reply.code()).isEqualTo("NOT_ALLOWED");
        }
    }

    @Test
    void otherClaimsGiveNothing() {
        var token = SignInServer.signed(claims().claim("groups", Map.of("catalogue-services", true))
                .claim("roles", List.of("migration-operators"))
                .claim("scope", "catalogue-services ROLE_ADMIN")
                .claim("email", "owner@contoso.com")
                .claim("email_verified", true)
                .build());

        assertThat(call(token, "/api/migrations").status()).isEqualTo(403);
        assertThat(call(token, "/api/publishers/contoso/banner").status()).isEqualTo(403);
    }

    @Test
    void passwordsOpenNothingHere() {
        for (var endpoint : ENDPOINTS.keySet()) {
            assertThat(program().as("admin").get(endpoint).status()).isEqualTo(401);
            var anonymous = program().anonymous().get(endpoint);
            assertThat(anonymous.status()).isEqualTo(401);
            assertThat(anonymous.header("WWW-Authenticate")).contains("Bearer realm=\"account-migration\"");
        }
    }

    private void requireRefused(String token) {
        for (var endpoint : ENDPOINTS.keySet()) {
            var reply = call(token, endpoint);
            assertThat(reply.status()).as(reply.toString()).isEqualTo(401);
            assertThat(reply.code()).isEqualTo("UNAUTHENTICATED");
            assertThat(reply.header("WWW-Authenticate").orElse("")).startsWith("Bearer");
        }
    }

    private static JWTClaimsSet.Builder claims() {
        return new JWTClaimsSet.Builder()
                .issuer(SignInServer.issuer())
                .subject("catalogue")
                .audience(SignInServer.AUDIENCE)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plus(Duration.ofMinutes(5))))
                .claim("groups", List.of("catalogue-services"));
    }

    private Reply call(String token, String path) {
        return send("GET", token, path, null);
    }

    private Reply send(String method, String token, String path, String body) {
        return program().anonymous().send(method, path, body, Map.of("Authorization", "Bearer " + token));
    }

    private Program program() {
        return new Program("http://127.0.0.1:" + port);
    }
}
