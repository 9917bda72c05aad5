package io.accountmigration.sandbox;

import io.accountmigration.sandbox.traffic.WireSystem;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.ProviderManager;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Who may call the sandbox: everybody the stand-ins, which look at tokens themselves; only admin its controls. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class SandboxSecurity {

    private static final int FIRST = Ordered.HIGHEST_PRECEDENCE + 10;

    @Bean
    @Order(FIRST)
    SecurityFilterChain sandboxWireChain(HttpSecurity http) throws Exception {
        return stateless(http, WireSystem.allPaths())
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .build();
    }

    /** Within a program that takes passwords itself, it checks them here too, and answers as it does everywhere. */
    @Bean
    @Order(FIRST + 1)
    SecurityFilterChain sandboxControlChain(
            HttpSecurity http,
            SandboxSignIn signIn,
            ObjectProvider<AuthenticationManager> passwords,
            ObjectProvider<AuthenticationEntryPoint> entryPoint,
            ObjectProvider<AccessDeniedHandler> denial)
            throws Exception {
        return stateless(http, "/sandbox/**")
                .authenticationManager(passwords.getIfAvailable(() -> new ProviderManager(signIn)))
                .httpBasic(basic -> entryPoint.ifAvailable(basic::authenticationEntryPoint))
                .exceptionHandling(handling -> denial.ifAvailable(handling::accessDeniedHandler))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasRole("ADMIN"))
                .build();
    }

    private static HttpSecurity stateless(HttpSecurity http, String... patterns) throws Exception {
        // Matchers by name would ask Spring MVC, which knows nothing of the paths of other servlets.
        var paths = PathPatternRequestMatcher.withDefaults();
        var matchers = new RequestMatcher[patterns.length];
        for (int i = 0; i < patterns.length; i++) {
            matchers[i] = paths.matcher(patterns[i]);
        }
        return http.securityMatcher(new OrRequestMatcher(matchers))
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS));
    }
}
