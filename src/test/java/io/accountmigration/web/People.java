package io.accountmigration.web;

import java.util.Map;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;

/** The people of the tests; a name with an @ is a publisher's user, and the password is always the same. */
@TestComponent
public class People implements AuthenticationProvider {

    public static final String PASSWORD = "secret";
    public static final String OWNER = "owner@contoso.com";
    public static final String CO_OWNER = "second-owner@contoso.com";
    public static final String CONTRIBUTOR = "contributor@contoso.com";
    public static final String STRANGER = "owner@fabrikam.com";

    private static final Map<String, String> ROLES = Map.of(
            "operator", "ROLE_OPERATOR",
            "auditor", "ROLE_AUDITOR",
            "service", "ROLE_SERVICE",
            "admin", "ROLE_ADMIN");

    /** The authority that somebody of this name has. */
    public static String authorityOf(String name) {
        return ROLES.getOrDefault(name, "ROLE_PUBLISHER_USER");
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        var known = attempt.getName().contains("@") || ROLES.containsKey(attempt.getName());
        if (!known || !PASSWORD.equals(attempt.getCredentials())) {
            throw new BadCredentialsException("unknown");
        }
        return UsernamePasswordAuthenticationToken.authenticated(
                attempt.getName(), null, AuthorityUtils.createAuthorityList(authorityOf(attempt.getName())));
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
