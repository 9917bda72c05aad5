package io.accountmigration.web.signin;

import static jakarta.servlet.http.HttpServletResponse.SC_SERVICE_UNAVAILABLE;
import static jakarta.servlet.http.HttpServletResponse.SC_UNAUTHORIZED;

import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.web.filter.ProblemResponses;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.stereotype.Component;

/** Tells programs that they have to sign in, or are not allowed to do what they asked for. */
@Component
class ProblemSecurityHandler implements AuthenticationEntryPoint, AccessDeniedHandler {

    private static final int TOO_MANY_REQUESTS = 429;

    private final ProblemResponses problems;
    private final SignInMethod signInMethod;

    ProblemSecurityHandler(ProblemResponses problems, SignInMethod signInMethod) {
        this.problems = problems;
        this.signInMethod = signInMethod;
    }

    @Override
    public void commence(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException unauthenticated)
            throws IOException {
        if (unauthenticated instanceof TooManyAttempts tooMany) {
            response.setHeader("Retry-After", tooMany.retryAfter());
            problems.write("TOO_MANY_ATTEMPTS", TOO_MANY_REQUESTS, "", request, response);
        } else if (unauthenticated instanceof AuthenticationServiceException) {
            response.setHeader("Retry-After", String.valueOf(ProblemFactory.COME_BACK.toSeconds()));
            problems.write("OUTSIDE_UNAVAILABLE", SC_SERVICE_UNAVAILABLE, "sign-in", request, response);
        } else {
            response.setHeader("WWW-Authenticate", signInMethod.challenge());
            problems.write("UNAUTHENTICATED", SC_UNAUTHORIZED, "", request, response);
        }
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        problems.write("NOT_ALLOWED", HttpServletResponse.SC_FORBIDDEN, "", request, response);
    }
}
