package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.traffic.ErrorBodies;
import io.accountmigration.sandbox.traffic.Tokens;
import io.accountmigration.sandbox.traffic.WireSystem;
import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/** The token endpoint: any client that names itself and brings a secret is given a token. */
@Hidden
@RestController
@Profile("sandbox")
class TokenController {

    private final Tokens tokens;

    TokenController(Tokens tokens) {
        this.tokens = tokens;
    }

    @PostMapping(
            path = {"/login/{tenant}/oauth2/v2.0/token", "/login/{tenant}/oauth2/token"},
            consumes = MediaType.APPLICATION_FORM_URLENCODED_VALUE)
    ResponseEntity<?> token(
            @RequestBody MultiValueMap<String, String> form,
            @RequestHeader(name = HttpHeaders.AUTHORIZATION, required = false) String authorization) {
        if (!"client_credentials".equals(form.getFirst("grant_type"))) {
            var body = ErrorBodies.of(
                    WireSystem.TOKEN, "unsupported_grant_type", "grant_type must be client_credentials.");
            return ResponseEntity.badRequest().body(body);
        }
        if (!isClient(form, authorization)) {
            var body = ErrorBodies.of(WireSystem.TOKEN, "invalid_client", "client_id and client_secret are required.");
            return ResponseEntity.status(401).body(body);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(Map.of(
                        "token_type", "Bearer",
                        "expires_in", Tokens.LIFETIME.toSeconds(),
                        "access_token", tokens.issue()));
    }

    private static boolean isClient(MultiValueMap<String, String> form, String authorization) {
        if (authorization != null && authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            var decoded =
                    new String(Base64.getMimeDecoder().decode(authorization.substring(6)), StandardCharsets.UTF_8);
            return decoded.indexOf(':') > 0 && !decoded.endsWith(":");
        }
        return isGiven(form.getFirst("client_id")) && isGiven(form.getFirst("client_secret"));
    }

    private static boolean isGiven(String value) {
        return value != null && !value.isBlank();
    }
}
