package io.accountmigration.web.signin;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Shows the sign-in page again when it stood open for so long that its session is over; denies everything else. */
final class StaleForms implements AccessDeniedHandler {

    private static final RequestMatcher SIGN_IN = Paths.of(PeopleChains.SIGN_IN);

    private final AccessDeniedHandler denial = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        if (denied instanceof CsrfException && SIGN_IN.matches(request)) {
            response.sendRedirect(PeopleChains.SIGN_IN + "?stale");
        } else {
            denial.handle(request, response, denied);
        }
    }
}
