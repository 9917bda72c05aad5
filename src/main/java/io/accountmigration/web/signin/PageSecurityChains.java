package io.accountmigration.web.signin;

import static jakarta.servlet.DispatcherType.ERROR;
import static org.springframework.http.HttpStatus.NOT_FOUND;
import static org.springframework.http.HttpStatus.UNAUTHORIZED;

import io.accountmigration.migration.ProblemType;
import io.accountmigration.web.WebappPaths;
import io.accountmigration.web.filter.ProblemResponses;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.header.HeaderWriterFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.NegatedRequestMatcher;

/** The endpoints for people: one sign-in page and one session for the program's pages and the engine's web applications. */
@Configuration(proxyBeanMethods = false)
class PageSecurityChains {

    static final String SIGN_IN = "/sign-in";

    /** What problems mean is for everybody to read, also for who has no sign-in yet. */
    private static final String PROBLEMS = ProblemType.PAGES;

    /** Where a sign-in server says that somebody's session is over; the framework chose the path. */
    private static final String BACK_CHANNEL = "/logout/connect/back-channel/*";

    private final SignInMethod signInMethod;
    private final ProblemResponses problems;
    private final PageRequestCache pageRequestCache = new PageRequestCache();

    PageSecurityChains(SignInMethod signInMethod, ProblemResponses problems) {
        this.signInMethod = signInMethod;
        this.problems = problems;
    }

    /** The web applications bring most of their own headers; forged requests are refused by a filter behind this chain. */
    @Bean
    @Order(20)
    SecurityFilterChain webappChain(HttpSecurity http, WebappPaths webapp) throws Exception {
        var base = webapp.base();
        var calls = PathMatchers.of(base + "/api/**");
        return http.securityMatcher(PathMatchers.of(base + "/**"))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(new WebappHeaders(webapp))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(cache -> cache.requestCache(pageRequestCache))
                // Without a challenge, at which a browser would ask for a password by itself.
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                (request, response, unauthenticated) ->
                                        problems.write("UNAUTHENTICATED", UNAUTHORIZED.value(), "", request, response),
                                calls)
                        .defaultAuthenticationEntryPointFor(signInMethod.entryPoint(), AnyRequestMatcher.INSTANCE))
                .addFilterBefore(new PerRequestNonceFilter(), HeaderWriterFilter.class)
                .addFilterAfter(
                        new PageMethodFilter(new NegatedRequestMatcher(calls), problems), HeaderWriterFilter.class)
                .addFilterBefore(new EndedSessionFilter(signInMethod), AnonymousAuthenticationFilter.class)
                .addFilterAfter(new WebappSignOut(base, signInMethod), AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ERROR)
                        .permitAll()
                        // Their own sign-in and first-administrator form would be a second way to sign in.
                        .requestMatchers(
                                PathMatchers.of(base + "/api/admin/setup/**", base + "/api/admin/auth/user/*/login/*"))
                        .denyAll()
                        .anyRequest()
                        .authenticated())
                .build();
    }

    @Bean
    @Order(30)
    SecurityFilterChain pagesChain(HttpSecurity http) throws Exception {
        http.securityMatcher(PathMatchers.of(
                        "/",
                        "/publishers/**",
                        "/migrations/**",
                        "/operations",
                        "/operations/**",
                        SIGN_IN,
                        SIGN_IN + "/**",
                        "/sign-out",
                        BACK_CHANNEL,
                        PROBLEMS,
                        PROBLEMS + "/*",
                        "/styles/**",
                        "/favicon.svg",
                        "/favicon.ico",
                        "/swagger-ui/**",
                        "/swagger-ui.html",
                        "/error"))
                .requestCache(cache -> cache.requestCache(pageRequestCache))
                .exceptionHandling(handling -> handling.authenticationEntryPoint(signInMethod.entryPoint())
                        .accessDeniedHandler(new ExpiredFormHandler()))
                .headers(new PageHeaders(signInMethod.formTarget()))
                .addFilterAfter(new PageMethodFilter(AnyRequestMatcher.INSTANCE, problems), HeaderWriterFilter.class)
                .addFilterBefore(new EndedSessionFilter(signInMethod), AnonymousAuthenticationFilter.class)
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ERROR)
                        .permitAll()
                        .requestMatchers(PathMatchers.of(
                                SIGN_IN, PROBLEMS, PROBLEMS + "/*", "/styles/**", "/favicon.svg", "/favicon.ico"))
                        .permitAll()
                        .requestMatchers(PathMatchers.of("/operations", "/operations/**"))
                        .hasAnyRole("OPERATOR", "ADMIN")
                        .anyRequest()
                        .authenticated());
        signInMethod.addForPeople(http);
        return http.build();
    }

    /** What no rule above names does not exist. */
    @Bean
    @Order(100)
    SecurityFilterChain nothingElseChain(HttpSecurity http) throws Exception {
        return http.csrf(AbstractHttpConfigurer::disable)
                .headers(new PageHeaders(Optional.empty()))
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(
                                (request, response, unauthenticated) -> response.sendError(NOT_FOUND.value()))
                        .accessDeniedHandler((request, response, denied) -> response.sendError(NOT_FOUND.value())))
                .authorizeHttpRequests(requests -> requests.dispatcherTypeMatchers(ERROR)
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .build();
    }
}
