package io.accountmigration.web.signin;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Remembers the page that somebody wanted to see before signing in; what scripts and icons ask for is not a page. */
final class PageRequestCache extends HttpSessionRequestCache {

    private static final RequestMatcher CALL = PathMatchers.of("/*/api/**", "/error", "/sign-in");

    PageRequestCache() {
        setRequestMatcher(PageRequestCache::isPage);
        setMatchingRequestParameterName(null);
    }

    private static boolean isPage(HttpServletRequest request) {
        var accept = request.getHeader("Accept");
        return "GET".equals(request.getMethod())
                && accept != null
                && accept.contains("text/html")
                && !"XMLHttpRequest".equals(request.getHeader("X-Requested-With"))
                && !CALL.matches(request);
    }
}
