package io.accountmigration.system;

import org.glassfish.jersey.servlet.ServletContainer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.context.WebServerInitializedEvent;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.ApplicationListener;

/** Notes whether the engine's REST interface was ready when the program began to listen. */
@TestConfiguration
class EngineRestAtStart implements ApplicationListener<WebServerInitializedEvent> {

    private final ServletRegistrationBean<ServletContainer> engineRest;
    private boolean ready;

    EngineRestAtStart(ServletRegistrationBean<ServletContainer> engineRest) {
        this.engineRest = engineRest;
    }

    @Override
    public void onApplicationEvent(WebServerInitializedEvent listening) {
        ready = engineRest.getServlet().getWebComponent() != null;
    }

    boolean wasReady() {
        return ready;
    }
}
