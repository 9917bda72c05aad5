package io.accountmigration.sandbox;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Logs where to sign in to the sandbox, and with which users. */
@Component
@Profile("sandbox")
class SandboxGreeting {

    private static final Logger LOG = LoggerFactory.getLogger(SandboxGreeting.class);
    private static final String USUAL_PASSWORD = "sandbox";

    private final SandboxProperties properties;
    private final Environment environment;

    SandboxGreeting(SandboxProperties properties, Environment environment) {
        this.properties = properties;
        this.environment = environment;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Ordered.LOWEST_PRECEDENCE)
    void greet() {
        var password = properties.password().equals(USUAL_PASSWORD)
                ? "the password " + USUAL_PASSWORD
                : "the password set as sandbox.password";
        LOG.info(
                "The sandbox is ready. Open http://localhost:{}/ and sign in as owner@contoso.com or operator, with {}.",
                environment.getProperty("local.server.port"),
                password);
    }
}
