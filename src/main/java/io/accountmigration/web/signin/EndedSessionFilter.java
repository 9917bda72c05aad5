package io.accountmigration.web.signin;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.logout.SecurityContextLogoutHandler;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends a session whose sign-in has ended at the provider: its user has to sign in again. */
final class EndedSessionFilter extends OncePerRequestFilter {

    private final SignInMethod signInMethod;

    EndedSessionFilter(SignInMethod signInMethod) {
        this.signInMethod = signInMethod;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var signedIn = SecurityContextHolder.getContext().getAuthentication();
        if (signInMethod.isOver(signedIn)) {
            new SecurityContextLogoutHandler().logout(request, response, signedIn);
        }
        chain.doFilter(request, response);
    }
}
