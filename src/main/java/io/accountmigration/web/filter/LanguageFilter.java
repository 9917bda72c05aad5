package io.accountmigration.web.filter;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/**
 * Puts the language that somebody chose with {@code ?language=} in the place of their browser's, and keeps it for a
 * year. It comes before everything, so our pages, the engine's web applications and every refusal follow it alike.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LanguageFilter extends OncePerRequestFilter {

    /** The web applications read the cookie as well. */
    static final String NAME = "language";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = asked(request);
        asked.ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language, request)));
        var language = asked.or(() -> remembered(request));
        chain.doFilter(
                language.<HttpServletRequest>map(chosen -> new RequestInLanguage(request, chosen))
                        .orElse(request),
                response);
    }

    /** Parameters of other methods are in the body, which is not ours to read. */
    private static Optional<String> asked(HttpServletRequest request) {
        return request.getMethod().equals("GET") ? known(request.getParameter(NAME)) : Optional.empty();
    }

    private static Optional<String> remembered(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME))
                .map(Cookie::getValue)
                .flatMap(LanguageFilter::known);
    }

    private static Optional<String> known(String language) {
        return Stream.of("en", "nl").filter(known -> known.equals(language)).findFirst();
    }

    private static String cookie(String language, HttpServletRequest request) {
        return ResponseCookie.from(NAME, language)
                .path("/")
                .maxAge(Duration.ofDays(365))
                .sameSite("Lax")
                .secure(request.isSecure())
                .build()
                .toString();
    }
}
