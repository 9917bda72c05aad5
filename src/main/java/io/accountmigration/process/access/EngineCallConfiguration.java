package io.accountmigration.process.access;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.start.StartReading;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts the table of open calls in front of the engine's REST interface and of its web applications'. */
@Configuration(proxyBeanMethods = false)
class EngineCallConfiguration {

    /** After the security chains, which know the caller, and before all filters of the engine. */
    private static final int ORDER = -1;

    @Bean
    FilterRegistrationBean<EngineCallFilter> openEngineCalls(
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps,
            ProblemFactory problems,
            ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new EngineCallFilter(EngineCalls.below(webapps), problems, json));
        filter.addUrlPatterns(EngineCalls.REST + "/*", webapps + "/api/*");
        filter.setAsyncSupported(true);
        filter.setOrder(ORDER);
        return filter;
    }

    @Bean
    FilterRegistrationBean<ReadBeforeStartFilter> readBeforeStart(
            @Value("${camunda.bpm.webapp.application-path:/camunda}") String webapps,
            StartReading startReading,
            ObjectMapper json) {
        var filter = new FilterRegistrationBean<>(new ReadBeforeStartFilter(startReading, json));
        filter.addUrlPatterns(EngineCalls.REST + "/*", webapps + "/api/*");
        filter.setAsyncSupported(true);
        filter.setOrder(ORDER + 1);
        return filter;
    }
}
