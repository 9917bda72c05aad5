package io.accountmigration.web.signin;

import io.accountmigration.web.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells programs that they have to sign in, or are not allowed to do what they asked for. */
@Component
class ProblemAnswers implements AuthenticationEntryPoint, AccessDeniedHandler {

    private final ProblemResponses problems;

    ProblemAnswers(ProblemResponses problems) {
        this.problems = problems;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated)
            throws IOException {
        response.setHeader("WWW-Authenticate", "Basic realm=\"account-migration\"");
        problems.write("UNAUTHENTICATED", HttpServletResponse.SC_UNAUTHORIZED, "", request, response);
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write("NOT_ALLOWED", HttpServletResponse.SC_FORBIDDEN, "", request, response);
    }
}
