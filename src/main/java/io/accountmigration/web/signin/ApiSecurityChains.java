package io.accountmigration.web.signin;

import static jakarta.servlet.DispatcherType.ERROR;

import io.accountmigration.migration.Caller.Role;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;

/** The endpoints for programs: credentials with each call, no session of their own, and problems instead of pages. */
@Configuration(proxyBeanMethods = false)
class ApiSecurityChains {

    private static final String[] ANY_ROLE =
            Stream.of(Role.values()).map(Role::authority).toArray(String[]::new);

    private final SignInMethod signInMethod;
    private final ProblemSecurityHandler problems;

    ApiSecurityChains(SignInMethod signInMethod, ProblemSecurityHandler problems) {
        this.signInMethod = signInMethod;
        this.problems = problems;
    }

    /** Whole requests are measured: measuring each filter of each chain would cost more than most filters do. */
    @Bean
    SecurityObservationSettings securityObservationSettings() {
        return SecurityObservationSettings.noObservations();
    }

    @Bean
    @Order(10)
    SecurityFilterChain callsChain(HttpSecurity http) throws Exception {
        return programs(http, SessionCreationPolicy.STATELESS, "/engine-rest/**", "/api/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ERROR)
                        .permitAll()
                        .anyRequest()
                        .hasAnyAuthority(ANY_ROLE))
                .build();
    }

    /** People who read the interface description have a session already; programs have none. */
    @Bean
    @Order(11)
    SecurityFilterChain interfaceDescriptionChain(HttpSecurity http) throws Exception {
        return programs(http, SessionCreationPolicy.NEVER, "/v3/api-docs/**", "/v3/api-docs.yaml")
                .addFilterBefore(new EndedSessionFilter(signInMethod), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAnyAuthority(ANY_ROLE))
                .build();
    }

    @Bean
    @Order(12)
    SecurityFilterChain actuatorChain(HttpSecurity http) throws Exception {
        return programs(http, SessionCreationPolicy.STATELESS, "/actuator/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(PathMatchers.of("/actuator/health/**", "/actuator/info"))
                                .permitAll()
                                .anyRequest()
                                .hasAnyRole("OPERATOR", "ADMIN"))
                .build();
    }

    private HttpSecurity programs(HttpSecurity http, SessionCreationPolicy sessions, String... patterns)
            throws Exception {
        http.securityMatcher(PathMatchers.of(patterns))
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .headers(new PageHeaders(Optional.empty()))
                .headers(headers -> headers.addHeaderWriter(new NoStoreHeaderWriter()))
                .sessionManagement(management -> management.sessionCreationPolicy(sessions))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
        signInMethod.addForPrograms(http, problems);
        return http;
    }
}
