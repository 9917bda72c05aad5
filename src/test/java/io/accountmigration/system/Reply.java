package io.accountmigration.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.Optional;

/** What the program answered. */
public record Reply(String call, int status, HttpResponse<String> response) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Reply of(HttpResponse<String> response) {
        var request = response.request();
        return new Reply(request.method() + " " + request.uri(), response.statusCode(), response);
    }

    /** The body as JSON; nothing that is no JSON. */
    public JsonNode json() {
        try {
            return JSON.readTree(text());
        } catch (JsonProcessingException noJson) {
            throw new AssertionError(this + " is no JSON", noJson);
        }
    }

    public String text() {
        return response.body();
    }

    public Optional<String> header(String name) {
        return response.headers().firstValue(name);
    }

    /** The code of a problem, or the status where the answer is none. */
    public String code() {
        return header("Content-Type").orElse("").startsWith("application/problem+json")
                ? json().path("code").asText()
                : String.valueOf(status);
    }

    public boolean isSuccess() {
        return status / 100 == 2;
    }

    /** This reply, which has to be a success for the test to continue. */
    public Reply succeeded() {
        if (!isSuccess()) {
            throw new AssertionError(toString());
        }
        return this;
    }

    @Override
    public String toString() {
        var body = text().length() > 2000 ? text().substring(0, 2000) + "…" : text();
        return call + " -> " + status + " " + body;
    }
}
