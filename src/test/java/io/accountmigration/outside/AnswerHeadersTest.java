package io.accountmigration.outside;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.concurrent.CompletableFuture;
import org.apache.hc.core5.http.MessageConstraintException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A system whose response never gets past its headers costs an error, not the memory of the program. */
class AnswerHeadersTest {

    private static final int FAR_TOO_MUCH = 8 * 1024 * 1024;

    /** What is repeated until the client has had enough. */
    enum Endless {
        STATUS_LINE("HTTP/1.1 200 ", "k"),
        HEADER_NAME("HTTP/1.1 200 OK\r\n", "x"),
        HEADER_VALUE("HTTP/1.1 200 OK\r\nX-Long: ", "v"),
        FOLDED_HEADER("HTTP/1.1 200 OK\r\nX-Folded: a\r\n", " folded\r\n"),
        HEADERS("HTTP/1.1 200 OK\r\n", "X-Many: v\r\n"),
        EMPTY_LINES_BEFORE_THE_STATUS("", "\r\n"),
        CHUNK_EXTENSION("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2;x=", "e"),
        TRAILERS("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n", "X-Trailer: v\r\n");

        private final String start;
        private final byte[] repeated;

        Endless(String start, String repeated) {
            this.start = start;
            this.repeated = repeated.repeat(16 * 1024 / repeated.length()).getBytes(StandardCharsets.US_ASCII);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aResponseThatNeverGetsPastItsHeadersIsRefusedEarly(Endless endless) throws Exception {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var written = CompletableFuture.supplyAsync(() -> answerUntilTheClientLeaves(server, endless));

            assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                    .isThrownBy(() -> call(server.getLocalPort()))
                    .withMessage("GET /things got no answer")
                    .withCauseInstanceOf(IOException.class);
            assertThat(written.get()).isLessThan(FAR_TOO_MUCH);
        }
    }

    @Test
    void headersBelowTheLimitsAreRead() {
        assertThatCode(() -> answer(response(OutsideSystems.MAX_HEADERS / 2, OutsideSystems.MAX_HEADER_LENGTH / 2)))
                .doesNotThrowAnyException();
    }

    @Test
    void moreHeadersAreRefused() {
        assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                .isThrownBy(() -> answer(response(OutsideSystems.MAX_HEADERS + 1, 1)))
                .withCauseInstanceOf(MessageConstraintException.class);
    }

    @Test
    void longerHeadersAreRefused() {
        assertThatExceptionOfType(TenantDirectoryUnavailable.class)
                .isThrownBy(() -> answer(response(1, OutsideSystems.MAX_HEADER_LENGTH)))
                .withCauseInstanceOf(MessageConstraintException.class);
    }

    /** A response with so many headers beside its length, one of them with a value of so many letters. */
    private static String response(int headers, int letters) {
        return "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n" + "X-Long: " + "v".repeat(letters) + "\r\n"
                + "X-Many: v\r\n".repeat(headers - 1) + "\r\n{}";
    }

    private static void answer(String response) throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture.runAsync(() -> answerOnce(server, response));
            call(server.getLocalPort());
        }
    }

    private static void answerOnce(ServerSocket server, String response) {
        try (Socket client = server.accept()) {
            client.getInputStream().read();
            client.getOutputStream().write(response.getBytes(StandardCharsets.US_ASCII));
            client.shutdownOutput();
            client.getInputStream().transferTo(OutputStream.nullOutputStream());
        } catch (IOException clientLeft) {
            throw new UncheckedIOException(clientLeft);
        }
    }

    private static void call(int port) throws IOException {
        var systems =
                WaysOut.to(port, Clock.fixed(WaysOut.NOW, ZoneOffset.UTC), new SimpleMeterRegistry(), WaysOut.PATIENT);
        try {
            systems.open("directory")
                    .at(WaysOut.url(""), TenantDirectoryUnavailable::new)
                    .get("/things")
                    .send();
        } finally {
            systems.destroy();
        }
    }

    private static long answerUntilTheClientLeaves(ServerSocket server, Endless endless) {
        var written = 0L;
        try (Socket client = server.accept()) {
            client.getInputStream().read();
            var out = client.getOutputStream();
            out.write(endless.start.getBytes(StandardCharsets.US_ASCII));
            while (written < FAR_TOO_MUCH) {
                out.write(endless.repeated);
                written += endless.repeated.length;
            }
        } catch (IOException clientLeft) {
            return written;
        }
        return written;
    }
}
