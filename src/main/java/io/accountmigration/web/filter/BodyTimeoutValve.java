package io.accountmigration.web.filter;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Limits the time in which the body of a request has to arrive: a slow caller would block a thread.
 * What nobody read is discarded for a moment, so that the caller can read the answer, and then the connection is closed.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BodyTimeoutValve implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final Duration LONGEST_DISCARD = Duration.ofSeconds(2);
    private static final int LARGEST_DISCARD = 2 * 1024 * 1024;

    private final RequestSettings settings;

    BodyTimeoutValve(RequestSettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addEngineValves(new Timeout());
    }

    private final class Timeout extends ValveBase {

        private Timeout() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            var coyote = request.getCoyoteRequest();
            var source = coyote.getInputBuffer();
            coyote.setInputBuffer(new TimedInputBuffer(source, settings.bodyTimeout()));
            try {
                getNext().invoke(request, response);
                // A caller who waits to be asked for the body does not send it once there is an answer.
                if (!request.isAsync() && request.getHeader(HttpHeaders.EXPECT) == null) {
                    response.finishResponse();
                    coyote.setInputBuffer(new TimedInputBuffer(coyote.getInputBuffer(), LONGEST_DISCARD));
                    discardRest(coyote);
                }
            } finally {
                coyote.setInputBuffer(source);
            }
        }
    }

    private static void discardRest(org.apache.coyote.Request request) {
        var discarded = new DiscardedBytes();
        try {
            for (var total = 0; total < LARGEST_DISCARD; ) {
                var read = request.doRead(discarded);
                if (read < 0) {
                    return;
                }
                total += read;
            }
        } catch (IOException late) {
            // Closed below, like what is too long.
        }
        request.action(ActionCode.DISABLE_SWALLOW_INPUT, null);
    }
}
