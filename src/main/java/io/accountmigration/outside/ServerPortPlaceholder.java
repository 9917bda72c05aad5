package io.accountmigration.outside;

import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;

/** Fills in the port this program listens on, for addresses that point back at it. */
@Component
class ServerPortPlaceholder {

    private static final String PLACEHOLDER = "{port}";

    private final Environment environment;

    ServerPortPlaceholder(Environment environment) {
        this.environment = environment;
    }

    /** The address as it can be called now; the port is known once the program listens. */
    String fillIn(String url) {
        if (!url.contains(PLACEHOLDER)) {
            return url;
        }
        var port = environment.getProperty("local.server.port");
        if (port == null) {
            throw new ResourceAccessException("this program does not listen yet");
        }
        return url.replace(PLACEHOLDER, port);
    }
}
