package io.accountmigration.web.signin;

import io.accountmigration.migration.Caller.Role;
import java.util.Set;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;

/** Somebody who signed in at the server, under the user id that this program knows them by. */
final class SignedInPerson extends DefaultOidcUser {

    private static final long serialVersionUID = 1;

    private final String userId;

    SignedInPerson(String userId, Set<Role> roles, OidcUser person) {
        super(GroupRoles.authorities(roles), person.getIdToken(), person.getUserInfo());
        this.userId = userId;
    }

    @Override
    public String getName() {
        return userId;
    }
}
