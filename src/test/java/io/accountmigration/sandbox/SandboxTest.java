package io.accountmigration.sandbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.program.AdjustableClock;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

/** A sandbox on a real port that begins its first day before each test. */
@SpringBootTest(classes = SandboxRoom.class, webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@ActiveProfiles("sandbox")
abstract class SandboxTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @LocalServerPort
    int port;

    @Autowired
    AdjustableClock clock;

    private String token;

    record Answer(int status, JsonNode body, HttpResponse<String> response) {

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }
    }

    @BeforeEach
    void beginFirstDay() throws IOException, InterruptedException {
        control("POST", "/reset", null);
        token = null;
    }

    /** A call of a stand-in, with a token; CPP's version is added. */
    Answer wire(String method, String path, String body, String... headers) throws IOException, InterruptedException {
        if (token == null) {
            token = token().body().path("access_token").asText();
        }
        var version = path.startsWith("/cpp") ? (path.contains("?") ? "&" : "?") + "api-version=2017-10-31" : "";
        return call(request(method, path + version, body, headers).header("Authorization", "Bearer " + token));
    }

    Answer get(String path) throws IOException, InterruptedException {
        return wire("GET", path, null);
    }

    /** A write in Partner Center under a new request id. */
    Answer partnerCenter(String method, String path, String body) throws IOException, InterruptedException {
        return partnerCenter(method, path, body, UUID.randomUUID().toString());
    }

    Answer partnerCenter(String method, String path, String body, String requestId)
            throws IOException, InterruptedException {
        return wire(method, "/partner-center" + path, body, "MS-RequestId", requestId, "MS-CorrelationId", "case-1");
    }

    Answer control(String method, String path, String body) throws IOException, InterruptedException {
        return call(request(method, "/sandbox" + path, body).header("Authorization", basic("admin", "sandbox")));
    }

    Answer token() throws IOException, InterruptedException {
        var form = "grant_type=client_credentials&client_id=sandbox&client_secret=sandbox&scope=all";
        return call(HttpRequest.newBuilder(uri("/login/contoso/oauth2/v2.0/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder request(String method, String path, String body, String... headers) {
        var publisher = body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        var request = HttpRequest.newBuilder(uri(path)).method(method, publisher);
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    Answer call(HttpRequest.Builder request) throws IOException, InterruptedException {
        // A client of its own for each call: a pooled connection that breaks would be retried behind our back.
        var response = HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
        return new Answer(response.statusCode(), json(response.body()), response);
    }

    static String basic(String name, String password) {
        var pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(pair);
    }

    private URI uri(String path) {
        return URI.create("http://localhost:" + port + path);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            return null;
        }
    }
}
