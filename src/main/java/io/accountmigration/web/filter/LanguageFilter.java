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
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.util.WebUtils;

/**
 * Gives each request the one language it is answered in: the one that somebody chose with {@code ?language=}, which is
 * kept for a year, else the one their browser prefers. It comes before everything, so our pages, the engine's web
 * applications and every refusal follow it alike, and nothing behind it parses the caller's header.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class LanguageFilter extends OncePerRequestFilter {

    /** The web applications read the cookie as well. */
    static final String NAME = "language";

    private final LocaleResolver locales;

    LanguageFilter(LocaleResolver locales) {
        this.locales = locales;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var asked = asked(request);
        asked.ifPresent(language -> response.addHeader(HttpHeaders.SET_COOKIE, cookie(language, request)));
        var language = asked.or(() -> remembered(request))
                .orElseGet(() -> locales.resolveLocale(request).getLanguage());
        chain.doFilter(new RequestInLanguage(request, language), response);
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
