package io.accountmigration.web.signin;

import io.accountmigration.web.WebappPaths;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;

/**
 * Protects the calls of the web applications against forged requests, with Spring Security's filter in the place of their
 * own: that one ends the session when a wrong token is sent.
 */
@Configuration(proxyBeanMethods = false)
class WebappCsrf {

    /** The name of their own filter, which they do not register where there is one of this name. */
    private static final String NAME = "CsrfPreventionFilter";

    @Bean
    FilterRegistrationBean<CsrfFilter> webappCsrfFilter(WebappPaths webapp, ProblemSecurityHandler problems) {
        var everyRequestGetsTheCookie = new CsrfTokenRequestAttributeHandler();
        everyRequestGetsTheCookie.setCsrfRequestAttributeName(null);
        var csrf = new CsrfFilter(new WebappCsrfTokens(webapp));
        csrf.setRequestHandler(everyRequestGetsTheCookie);
        csrf.setAccessDeniedHandler(problems);
        var filter = new FilterRegistrationBean<>(csrf);
        filter.setName(NAME);
        filter.addUrlPatterns(webapp.base() + "/app/*", webapp.base() + "/api/*");
        // After the security chains, and registered before the web applications register theirs.
        filter.setOrder(0);
        return filter;
    }
}
