package io.accountmigration.web.signin;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import io.accountmigration.web.WebappPaths;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * What the web applications leave out: they send a policy for their contents with pages and calls, and nothing with
 * scripts and styles. None of these headers takes anything from them. Answers to calls are kept in no cache.
 */
final class WebappHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private final RequestMatcher answers;

    WebappHeaders(WebappPaths webapp) {
        this.answers = new AndRequestMatcher(
                PathMatchers.of(webapp.base() + "/api/**"),
                new NegatedRequestMatcher(PathMatchers.of(webapp.base() + "/api/*/plugin/*/static/**")));
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        headers.defaultsDisabled()
                .contentTypeOptions(Customizer.withDefaults())
                .httpStrictTransportSecurity(Customizer.withDefaults())
                .frameOptions(HeadersConfigurer.FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(SAME_ORIGIN))
                .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(answers, new NoStoreHeaderWriter()));
    }
}
