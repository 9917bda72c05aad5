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

/**
 * Ends the one session when somebody signs out in a web application. The application answers first, so that its own
 * protection against forged requests stays in force.
 */
final class WebappSignOut extends OncePerRequestFilter {

    private final RequestMatcher signOut;
    private final LogoutHandler session = new SecurityContextLogoutHandler();

    WebappSignOut(String webappPath) {
        this.signOut = Paths.post(webappPath + "/api/admin/auth/user/{engine}/logout");
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        chain.doFilter(request, response);
        if (signOut.matches(request)
                && HttpStatusCode.valueOf(response.getStatus()).is2xxSuccessful()) {
            session.logout(request, response, SecurityContextHolder.getContext().getAuthentication());
        }
    }
}
