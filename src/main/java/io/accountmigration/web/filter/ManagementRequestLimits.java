package io.accountmigration.web.filter;

import java.util.Set;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextConfiguration;
import org.springframework.boot.actuate.autoconfigure.web.ManagementContextType;
import org.springframework.boot.actuate.autoconfigure.web.server.ManagementServerProperties;
import org.springframework.boot.autoconfigure.web.ServerProperties;
import org.springframework.boot.web.context.WebServerApplicationContext;
import org.springframework.boot.web.server.ConfigurableWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The server of a management port of its own has the same limits and answers with the same problems; nothing of the
 * program's other server is there.
 */
@ManagementContextConfiguration(value = ManagementContextType.CHILD, proxyBeanMethods = false)
@Import({
    BodyTimeoutValve.class,
    ProblemErrorReportValve.class,
    RequestLoggingFilter.class,
    RequestFirewallFilter.class,
    RequestBodyFilter.class
})
class ManagementRequestLimits {

    /**
     * The framework's page of errors would answer in a form of its own; without one {@link ProblemErrorReportValve} does.
     * Who limits the program to an address means this port as well. The program's other server finds this class too.
     */
    @Bean
    WebServerFactoryCustomizer<ConfigurableWebServerFactory> managementServer(ApplicationContext context) {
        return server -> {
            if (WebServerApplicationContext.hasServerNamespace(context, "management")) {
                server.setErrorPages(Set.of());
                if (context.getBean(ManagementServerProperties.class).getAddress() == null) {
                    server.setAddress(context.getBean(ServerProperties.class).getAddress());
                }
            }
        };
    }
}
