package io.accountmigration.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;

/** A caller who signs in with HTTP Basic at each call, or not at all. */
public final class Visitor {

    public static final String PASSWORD = "sandbox";

    public static final String PASSWORD_HASH =
            "$argon2id$v=19$m=16384,t=2,p=1$kzfpbvHOrClCCDdmZ6wPRA$0lOZCFE5eGOp8/mJ70Z/ae2DNed1a6ot2H+nWeaRYiI";

    /** The same password, and as little work to check it as the program accepts: for tests that sign in often. */
    public static final String QUICK_PASSWORD_HASH =
            "$argon2id$v=19$m=10000,t=1,p=1$DnMY+xbCUQkQP57ACSnGyQ$Ta1gcTdxeQq87SSG9+KxcCRh+Dx070z5m2feY0CVyiE";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http;
    private final String address;
    private final String user;

    Visitor(HttpClient http, String address, String user) {
        this.http = http;
        this.address = address;
        this.user = user;
    }

    public Reply get(String path) {
        return send("GET", path, null, Map.of());
    }

    public Reply post(String path, Object body) {
        return send("POST", path, json(body), Map.of());
    }

    public Reply post(String path, Object body, Map<String, String> headers) {
        return send("POST", path, json(body), headers);
    }

    public Reply put(String path, Object body) {
        return send("PUT", path, json(body), Map.of());
    }

    public Reply delete(String path) {
        return send("DELETE", path, null, Map.of());
    }

    /** A call with any body and any further headers. */
    public Reply send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.setHeader("Content-Type", "application/json");
        }
        if (user != null) {
            var credentials = (user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8);
            request.setHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        headers.forEach(request::setHeader);
        return send(http, request.build());
    }

    public static Reply send(HttpClient http, HttpRequest request) {
        try {
            return Reply.of(http.send(request, BodyHandlers.ofString()));
        } catch (IOException broken) {
            throw new UncheckedIOException(request.method() + " " + request.uri(), broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    public static String json(Object body) {
        try {
            return body == null ? null : JSON.writeValueAsString(body);
        } catch (JsonProcessingException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
