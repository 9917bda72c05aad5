package io.accountmigration.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session here whose sign-in has ended elsewhere: whoever goes on with it has to sign in again. */
final class EndedElsewhere extends OncePerRequestFilter {

    private final WayIn wayIn;

    EndedElsewhere(WayIn wayIn) {
        this.wayIn = wayIn;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (wayIn.isOver(signedIn)) {
            new SecurityContextLogoutHandler().logout(request, response, signedIn);
        }
        chain.doFilter(request, response);
    }
}
