package io.accountmigration.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpStatusCode;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.security.web.util.matcher.RequestMatcher;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/**
 * Ends the one session when somebody signs out in a web application. The application answers first, so that its own
 * protection against forged requests stays in force.
 */
final class WebappSignOut extends OncePerRequestFilter {

    private final RequestMatcher signOut;
    private final SignInMethod signInMethod;

    WebappSignOut(String webappPath, SignInMethod signInMethod) {
        this.signInMethod = signInMethod;
        this.signOut = PathMatchers.post(webappPath + "/api/admin/auth/user/{engine}/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!signOut.matches(request)) {
            chain.doFilter(request, response);
            return;
        }
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        // Held back, or the browser would open its next page before the session is over.
        var answer = new ContentCachingResponseWrapper(response);
        chain.doFilter(request, answer);
        if (HttpStatusCode.valueOf(answer.getStatus()).is2xxSuccessful()) {
            signInMethod
                    .farewell(request, signedIn)
                    .<LogoutHandler>map(DeferredProviderLogout::new)
                    .orElseGet(SecurityContextLogoutHandler::new)
                    .logout(request, response, signedIn);
        }
        answer.copyBodyToResponse();
    }
}
