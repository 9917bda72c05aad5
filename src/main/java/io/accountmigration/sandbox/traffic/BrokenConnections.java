package io.accountmigration.sandbox.traffic;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Lets a request end without any answer: only the server itself can close the connection under it. */
@Component
@Profile("sandbox")
class BrokenConnections implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String BROKEN = "sandbox.broken";

    static void breakOff(ServletRequest request) {
        request.setAttribute(BROKEN, Boolean.TRUE);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Breaker());
    }

    private static final class Breaker extends ValveBase {

        private Breaker() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(BROKEN) != null) {
                response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, null);
            }
        }
    }
}
