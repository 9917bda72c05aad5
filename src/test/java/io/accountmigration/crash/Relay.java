package io.accountmigration.crash;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * Stands between the nodes and the outside, HTTP and mail alike: it notes which calls a transaction makes and lets faults
 * happen to them. Each node calls under its own name, {@code /<node>/…}.
 */
final class Relay implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("host", "connection", "content-length", "transfer-encoding", "upgrade", "http2-settings", "expect");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<Watch> watches = new CopyOnWriteArrayList<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Duration patience;
    private volatile String target;

    /** Listens; {@code patience} is how long callers wait for an answer at most. */
    Relay(Duration patience) {
        this.patience = patience;
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        server.setExecutor(threads);
        server.createContext("/", this::pass);
        server.start();
    }

    /** Where a node calls instead of at the outside itself. */
    String addressFor(String node) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + node;
    }

    /** Where all calls go. */
    void leadTo(String address) {
        target = address;
    }

    /** Lets the mail server be watched like everything else. */
    void standBefore(Mailbox mailbox) {
        mailbox.letPassThrough((letter, takeIn) -> {
            var watch = watchOf(letter.subject() + " " + letter.to());
            if (watch == null) {
                takeIn.run();
            } else {
                watch.meet(new Handover(takeIn));
            }
        });
    }

    void add(Watch watch) {
        watches.add(watch);
    }

    void remove(Watch watch) {
        watches.remove(watch);
    }

    private Watch watchOf(String text) {
        return watches.stream()
                .filter(watch -> watch.concerns(text))
                .findFirst()
                .orElse(null);
    }

    private void pass(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var correlation = exchange.getRequestHeaders().getFirst("MS-CorrelationId");
            var uri = URLDecoder.decode(exchange.getRequestURI().toString(), StandardCharsets.UTF_8);
            var watch = watchOf(uri + " " + correlation + " " + new String(body, StandardCharsets.UTF_8));
            var call = new Crossing(exchange, body, watch);
            if (watch == null) {
                call.proceed();
                call.answer();
            } else {
                watch.meet(call);
            }
        }
    }

    private void waitUntilCallersGaveUp() {
        try {
            closing.await(patience.plusMillis(500).toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        server.stop(0);
        threads.shutdownNow();
    }

    /** A call over HTTP. */
    private final class Crossing implements Encounter {

        private final HttpExchange exchange;
        private final byte[] body;
        private final String node;
        private final String path;
        private final String signature;
        private HttpResponse<byte[]> response;

        private Crossing(HttpExchange exchange, byte[] body, Watch watch) {
            this.exchange = exchange;
            this.body = body;
            var uri = exchange.getRequestURI();
            var afterNode = uri.getRawPath().indexOf('/', 1);
            this.node = uri.getRawPath().substring(1, afterNode);
            this.path =
                    uri.getRawPath().substring(afterNode) + (uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery());
            var asked = uri.getPath().substring(uri.getPath().indexOf('/', 1));
            this.signature = exchange.getRequestMethod() + " " + (watch == null ? asked : watch.masked(asked));
        }

        @Override
        public String signature() {
            return signature;
        }

        @Override
        public String node() {
            return node;
        }

        @Override
        public void proceed() throws IOException {
            var request = HttpRequest.newBuilder(URI.create(target + path))
                    .method(exchange.getRequestMethod(), BodyPublishers.ofByteArray(body))
                    .timeout(Duration.ofSeconds(30));
            exchange.getRequestHeaders().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                    values.forEach(value -> request.header(name, value));
                }
            });
            try {
                response = http.send(request.build(), BodyHandlers.ofByteArray());
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException(interrupted);
            }
        }

        @Override
        public void answer() throws IOException {
            response.headers().map().forEach((name, values) -> {
                if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT)) && !name.startsWith(":")) {
                    exchange.getResponseHeaders().put(name, values);
                }
            });
            send(response.statusCode(), response.body());
        }

        @Override
        public void refuse(int status) throws IOException {
            if (status == 429) {
                exchange.getResponseHeaders().set("Retry-After", "1");
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            send(status, "{}".getBytes(StandardCharsets.UTF_8));
        }

        private void send(int status, byte[] content) throws IOException {
            exchange.sendResponseHeaders(status, content.length == 0 ? -1 : content.length);
            if (content.length > 0) {
                exchange.getResponseBody().write(content);
            }
        }

        @Override
        public void breakOff() {
            // Without a single byte of an answer: the connection is closed under the caller.
            exchange.close();
        }

        @Override
        public void outwait() {
            waitUntilCallersGaveUp();
        }
    }

    /** A letter that is handed over by SMTP. */
    private final class Handover implements Encounter {

        private final Runnable takeIn;

        private Handover(Runnable takeIn) {
            this.takeIn = takeIn;
        }

        @Override
        public String signature() {
            return "SMTP mail";
        }

        @Override
        public String node() {
            return null;
        }

        @Override
        public void proceed() {
            takeIn.run();
        }

        @Override
        public void answer() {
            // The server answers by itself.
        }

        @Override
        public void refuse(int status) throws IOException {
            throw new IOException("refused with " + status);
        }

        @Override
        public void breakOff() throws IOException {
            // The conversation cannot be closed from here, but nobody needs to wait for its end.
            waitUntilCallersGaveUp();
            throw new IOException("the conversation has ended");
        }

        @Override
        public void outwait() {
            waitUntilCallersGaveUp();
        }
    }
}
