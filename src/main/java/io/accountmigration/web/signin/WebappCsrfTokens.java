package io.accountmigration.web.signin;

import io.accountmigration.web.WebappPaths;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.csrf.HttpSessionCsrfTokenRepository;

/** Keeps a token in the session and tells it in the cookie from which scripts of the web applications read it. */
final class WebappCsrfTokens implements CsrfTokenRepository {

    private static final String COOKIE = "XSRF-TOKEN";
    private static final String HEADER = "X-XSRF-TOKEN";

    private final HttpSessionCsrfTokenRepository session = new HttpSessionCsrfTokenRepository();
    private final String path;

    WebappCsrfTokens(WebappPaths webapp) {
        this.path = webapp.base();
        session.setHeaderName(HEADER);
        session.setSessionAttributeName(WebappCsrfTokens.class.getName());
    }

    @Override
    public CsrfToken generateToken(HttpServletRequest request) {
        return session.generateToken(request);
    }

    @Override
    public void saveToken(CsrfToken token, HttpServletRequest request, HttpServletResponse response) {
        session.saveToken(token, request, response);
        var value = Optional.ofNullable(token).map(CsrfToken::getToken);
        var cookie = ResponseCookie.from(COOKIE, value.orElse(""))
                .path(path)
                .maxAge(value.isPresent() ? Duration.ofSeconds(-1) : Duration.ZERO)
                .secure(request.isSecure())
                .sameSite("Lax");
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.build().toString());
    }

    @Override
    public CsrfToken loadToken(HttpServletRequest request) {
        return session.loadToken(request);
    }
}
