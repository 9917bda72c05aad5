package io.accountmigration.web.filter;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.Problem;
import io.accountmigration.migration.ProblemFactory;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Answers what the server turns down before the program sees it, such as an address that cannot be one. */
@Component
class ProblemErrorReportValve implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    /** What the server does not know how to do is the caller's mistake as well. */
    private static final Set<Integer> UNKNOWN_TO_SERVER =
            Set.of(HttpServletResponse.SC_NOT_IMPLEMENTED, HttpServletResponse.SC_HTTP_VERSION_NOT_SUPPORTED);

    private final ProblemFactory problems;
    private final ObjectMapper json;

    ProblemErrorReportValve(ProblemFactory problems, ObjectMapper json) {
        this.problems = problems;
        this.json = json;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            var host = (StandardHost) context.getParent();
            // Else the server's own page, which tells internals, would be there first.
            host.setErrorReportValveClass("");
            host.getPipeline().addValve(new Answers());
        });
    }

    private final class Answers extends ErrorReportValve {

        @Override
        protected void report(Request request, Response response, Throwable failure) {
            var status = response.getStatus();
            if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            var address = request.getRequestURI();
            var problem = UNKNOWN_TO_SERVER.contains(status)
                    ? problems.of("REQUEST_INVALID", status, address, Locale.ENGLISH)
                    : problems.ofStatus(status, request.getMethod(), address, Locale.ENGLISH);
            try {
                response.setContentType(Problem.MEDIA_TYPE);
                response.setCharacterEncoding(StandardCharsets.UTF_8.name());
                response.getReporter().write(json.writeValueAsString(problem));
                response.finishResponse();
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        }
    }
}
