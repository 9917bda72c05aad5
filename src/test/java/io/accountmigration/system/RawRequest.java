package io.accountmigration.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** A request as it goes over the wire, letter by letter: no client repairs or refuses what is odd about it. */
public record RawRequest(String verb, String target, List<String> headers) {

    private static final int PATIENCE_MILLIS = 60_000;

    public static RawRequest get(String target, String... headers) {
        return new RawRequest("GET", target, List.of(headers));
    }

    /** What came back, status line, headers and body; empty where the connection was just closed. */
    public String sentTo(Program program) {
        var address = URI.create(program.address());
        try (var socket = new Socket(address.getHost(), address.getPort())) {
            socket.setSoTimeout(PATIENCE_MILLIS);
            var text = new StringBuilder(
                    verb + " " + target + " HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nConnection: close\r\n");
            headers.forEach(header -> text.append(header).append("\r\n"));
            socket.getOutputStream().write(text.append("\r\n").toString().getBytes(StandardCharsets.UTF_8));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(verb + " " + target, broken);
        }
    }

    static int statusOf(String answer) {
        return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
    }
}
