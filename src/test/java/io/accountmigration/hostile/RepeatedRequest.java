package io.accountmigration.hostile;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** A request as a proxy keeps it, to send it once more, or later. */
record RepeatedRequest(HttpRequest request) {

    /** The header of those that are sent again. */
    static final String MARK = "Repeated";

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "content-length", "connection", "expect", "upgrade", "http2-settings", "transfer-encoding");

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static RepeatedRequest of(HttpServletRequest received) throws IOException {
        var query = received.getQueryString() == null ? "" : "?" + received.getQueryString();
        var copy = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + received.getLocalPort() + received.getRequestURI() + query))
                .method(
                        received.getMethod(),
                        BodyPublishers.ofByteArray(received.getInputStream().readAllBytes()))
                .header(MARK, "true");
        for (var name : Collections.list(received.getHeaderNames())) {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                copy.header(name, received.getHeader(name));
            }
        }
        return new RepeatedRequest(copy.build());
    }

    /** What the portal answers, unless the connection breaks. */
    Optional<Answer> send() {
        try {
            return Optional.of(new Answer(HTTP.send(request, BodyHandlers.ofByteArray())));
        } catch (IOException broken) {
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", interrupted);
        }
    }

    record Answer(HttpResponse<byte[]> received) {

        void copyTo(HttpServletResponse response) {
            response.setStatus(received.statusCode());
            received.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(Locale.ROOT))) {
                    response.setHeader(name, values.get(0));
                }
            });
            try {
                response.getOutputStream().write(received.body());
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
