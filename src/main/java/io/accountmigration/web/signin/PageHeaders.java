package io.accountmigration.web.signin;

import static org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy.SAME_ORIGIN;

import java.util.Optional;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.ContentSecurityPolicyHeaderWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** What browsers may do with our pages: show what comes from this program, and send forms back to it. */
final class PageHeaders implements Customizer<HeadersConfigurer<HttpSecurity>> {

    private static final String OWN_ONLY = "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'%s;"
            + " base-uri 'none'; frame-ancestors 'none'";
    private static final String INTERFACE_DESCRIPTION = "default-src 'self'; style-src 'self' 'unsafe-inline';"
            + " img-src 'self' data:; base-uri 'none'; frame-ancestors 'none'";

    private final String ownOnly;

    /** Forms may also lead to the one other origin, if there is one. */
    PageHeaders(Optional<String> formTarget) {
        this.ownOnly = OWN_ONLY.formatted(formTarget.map(origin -> " " + origin).orElse(""));
    }

    @Override
    public void customize(HeadersConfigurer<HttpSecurity> headers) {
        var swagger = PathMatchers.of("/swagger-ui/**");
        headers.frameOptions(FrameOptionsConfig::deny)
                .referrerPolicy(referrer -> referrer.policy(SAME_ORIGIN))
                .addHeaderWriter(policy(swagger, INTERFACE_DESCRIPTION))
                .addHeaderWriter(policy(new NegatedRequestMatcher(swagger), ownOnly));
    }

    private static HeaderWriter policy(RequestMatcher requests, String directives) {
        return new DelegatingRequestMatcherHeaderWriter(requests, new ContentSecurityPolicyHeaderWriter(directives));
    }
}
