package io.accountmigration.web.signin;

import static jakarta.servlet.DispatcherType.ERROR;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;

/** The doors for programs: HTTP Basic, no session of their own, and problems in place of pages. */
@Configuration(proxyBeanMethods = false)
class ProgramChains {

    private final SignIn signIn;
    private final ProblemAnswers problems;

    ProgramChains(SignIn signIn, ProblemAnswers problems) {
        this.signIn = signIn;
        this.problems = problems;
    }

    @Bean
    @Order(10)
    SecurityFilterChain callsChain(HttpSecurity http) throws Exception {
        return basic(http, SessionCreationPolicy.STATELESS, "/engine-rest/**", "/api/**")
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ERROR)
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    /** People who read the interface description have a session already; programs have none. */
    @Bean
    @Order(11)
    SecurityFilterChain interfaceDescriptionChain(HttpSecurity http) throws Exception {
        return basic(http, SessionCreationPolicy.NEVER, "/v3/api-docs/**", "/v3/api-docs.yaml")
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .build();
    }

    @Bean
    @Order(12)
    SecurityFilterChain actuatorChain(HttpSecurity http) throws Exception {
        return basic(http, SessionCreationPolicy.STATELESS, "/actuator/**")
                .authorizeHttpRequests(
                        requests -> requests.requestMatchers(Paths.of("/actuator/health/**", "/actuator/info"))
                                .permitAll()
                                .anyRequest()
                                .hasAnyRole("OPERATOR", "ADMIN"))
                .build();
    }

    private HttpSecurity basic(HttpSecurity http, SessionCreationPolicy sessions, String... patterns) throws Exception {
        return http.securityMatcher(Paths.of(patterns))
                .authenticationManager(signIn.manager())
                .csrf(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(management -> management.sessionCreationPolicy(sessions))
                .httpBasic(basic -> basic.authenticationEntryPoint(problems))
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint(problems).accessDeniedHandler(problems));
    }
}
