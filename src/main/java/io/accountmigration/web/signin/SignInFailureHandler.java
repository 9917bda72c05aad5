package io.accountmigration.web.signin;

import static org.springframework.security.oauth2.core.OAuth2ErrorCodes.TEMPORARILY_UNAVAILABLE;

import io.accountmigration.publisher.RecognisePerson.Stranger;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;

/** Leads somebody whose sign-in at the server was in vain to our page, which says why. */
final class SignInFailureHandler implements AuthenticationFailureHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SignInFailureHandler.class);

    private static final Map<String, String> REASONS = Map.of(
            Stranger.ADDRESS_NOT_VERIFIED.name(),
            "notVerified",
            Stranger.NO_PUBLISHER_USER.name(),
            "nobody",
            Stranger.ADDRESS_TAKEN.name(),
            "taken",
            TEMPORARILY_UNAVAILABLE,
            "unavailable");

    @Override
    public void onAuthenticationFailure(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException failure)
            throws IOException {
        var code = failure instanceof OAuth2AuthenticationException refused
                ? refused.getError().getErrorCode()
                : failure.getClass().getSimpleName();
        LOG.warn("A sign-in was refused: {}", code.replaceAll("[^A-Za-z_]", "?"));
        response.sendRedirect(PageSecurityChains.SIGN_IN + "?" + REASONS.getOrDefault(code, "failed"));
    }
}
