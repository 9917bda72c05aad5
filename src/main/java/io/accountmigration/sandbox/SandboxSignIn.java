package io.accountmigration.sandbox;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.Publishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/**
 * Signs in the people of the sandbox: the active users of Cloud Partner Portal by their address, in any case, and those
 * who run the program by a fixed name. All have the one password of the sandbox.
 */
@Component
@Profile("sandbox")
class SandboxSignIn implements AuthenticationProvider {

    private static final Map<String, String> FIXED_ROLES = Map.of(
            "operator", "ROLE_OPERATOR",
            "operator2", "ROLE_OPERATOR",
            "auditor", "ROLE_AUDITOR",
            "service", "ROLE_SERVICE",
            "admin", "ROLE_ADMIN");

    private final Publishers publishers;
    private final byte[] password;

    SandboxSignIn(Publishers publishers, SandboxProperties properties) {
        this.publishers = publishers;
        this.password = properties.password().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public Authentication authenticate(Authentication attempt) throws AuthenticationException {
        var name = KeyNormalization.of(attempt.getName());
        var given = String.valueOf(attempt.getCredentials()).getBytes(StandardCharsets.UTF_8);
        var role = MessageDigest.isEqual(password, given) ? role(name) : null;
        if (role == null) {
            throw new BadCredentialsException("The name or the password is wrong.");
        }
        var signedIn = UsernamePasswordAuthenticationToken.authenticated(
                name, null, List.of(new SimpleGrantedAuthority(role)));
        signedIn.setDetails(attempt.getDetails());
        return signedIn;
    }

    private String role(String name) {
        var fixed = FIXED_ROLES.get(name);
        return fixed == null && publishers.knowUser(name) ? "ROLE_PUBLISHER_USER" : fixed;
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
