package io.accountmigration.process.access;

import org.camunda.bpm.engine.rest.security.auth.ProcessEngineAuthenticationFilter;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Passes the program's sign-in to the engine's own endpoints: its REST interface and its web applications. */
@Configuration(proxyBeanMethods = false)
class CamundaAuthenticationFilters {

    /** After the security chains, before the web applications' own filters. */
    private static final int ORDER = 0;

    @Bean
    FilterRegistrationBean<ProcessEngineAuthenticationFilter> engineRestSignIn() {
        var filter = new FilterRegistrationBean<>(new ProcessEngineAuthenticationFilter());
        filter.addInitParameter("authentication-provider", EngineAuthenticationProvider.class.getName());
        filter.addUrlPatterns("/engine-rest/*");
        filter.setAsyncSupported(true);
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappsSignIn(
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps) {
        var filter = new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", EngineAuthenticationProvider.class.getName());
        filter.addUrlPatterns(webapps + "/app/*", webapps + "/api/*");
        filter.setAsyncSupported(true);
        filter.setOrder(ORDER);
        return filter;
    }
}
