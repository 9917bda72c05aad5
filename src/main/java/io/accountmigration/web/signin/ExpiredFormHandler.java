package io.accountmigration.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Leads to the sign-in page when a form stood open for so long that its session is over, that of the sign-in page itself
 * included; denies everything else.
 */
final class ExpiredFormHandler implements AccessDeniedHandler {

    private static final RequestMatcher SIGN_IN = PathMatchers.of(PageSecurityChains.SIGN_IN);

    private final AccessDeniedHandler denial = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && (SIGN_IN.matches(request) || isNobodySignedIn())) {
            response.sendRedirect(PageSecurityChains.SIGN_IN + "?stale");
        } else {
            denial.handle(request, response, denied);
        }
    }

    private static boolean isNobodySignedIn() {
        return SecurityContextHolder.getContext().getAuthentication() == null;
    }
}
