package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who guesses passwords is slowed down at every endpoint that takes them, those of the sandbox included. */
class GuessedPasswordsTest extends WholeProgramTest {

    @ParameterizedTest
    @CsvSource({
        "/api/migrations, operator, 127.0.0.21",
        "/engine-rest/task, operator2, 127.0.0.22",
        "/sandbox/accounts, admin, 127.0.0.23",
        "/actuator/metrics, operator, 127.0.0.24",
        "/v3/api-docs, auditor, 127.0.0.25"
    })
    void aNameIsSlowedDownOnTheNetworkThatGuessesAndOnNoOther(String path, String user, String network)
            throws IOException {
        var failedBefore = failures();
        for (int i = 0; i < 8; i++) {
            assertThat(call(path, user, "guess" + i, network)).startsWith("HTTP/1.1 401");
        }

        for (var endpoint : new String[] {path, "/api/migrations", "/sandbox/accounts"}) {
            assertThat(call(endpoint, user, Visitor.PASSWORD, network))
                    .startsWith("HTTP/1.1 429")
                    .contains("Retry-After: ", "application/problem+json", "TOO_MANY_ATTEMPTS");
        }
        assertThat(as(user).get(path).status()).isEqualTo(200);
        assertThat(failures() - failedBefore).isGreaterThanOrEqualTo(8);
    }

    private double failures() {
        var counter = as("operator").get("/actuator/metrics/sign.in.attempts?tag=outcome:failed");
        return counter.isSuccess()
                ? counter.json().path("measurements").path(0).path("value").asDouble()
                : 0;
    }

    /** A call from another place of this machine, which the program sees as another network. */
    private String call(String path, String user, String password, String network) throws IOException {
        var address = URI.create(program().address());
        var credentials = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        try (var socket = new Socket(
                InetAddress.getByName(address.getHost()), address.getPort(), InetAddress.getByName(network), 0)) {
            socket.setSoTimeout(60_000);
            var request = "GET " + path + " HTTP/1.1\r\nHost: " + address.getAuthority()
                    + "\r\nConnection: close\r\nAuthorization: Basic "
                    + Base64.getEncoder().encodeToString(credentials) + "\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
