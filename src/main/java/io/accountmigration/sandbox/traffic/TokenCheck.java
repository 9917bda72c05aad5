package io.accountmigration.sandbox.traffic;

import io.accountmigration.sandbox.data.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Turns callers away who bring no valid token, or who ask for a version that Cloud Partner Portal does not have. */
@Component
@Profile("sandbox")
class TokenCheck {

    private static final String CPP_VERSION = "2017-10-31";

    private final Tokens tokens;

    TokenCheck(Tokens tokens) {
        this.tokens = tokens;
    }

    Optional<Refusal> refusal(WireCall call, HttpServletRequest request) {
        if (!request.getServletPath().startsWith("/login/") && !tokens.accept(request.getHeader("Authorization"))) {
            var code = call.system() == WireSystem.DIRECTORY ? "InvalidAuthenticationToken" : "Unauthorized";
            return Optional.of(new Refusal(401, code, "A valid bearer token is required."));
        }
        if (call.system() == WireSystem.CPP && !CPP_VERSION.equals(request.getParameter("api-version"))) {
            return Optional.of(new Refusal(
                    400, "InvalidAPIVersion", "The query parameter api-version must be " + CPP_VERSION + "."));
        }
        return Optional.empty();
    }
}
