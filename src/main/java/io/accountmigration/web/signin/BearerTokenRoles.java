package io.accountmigration.web.signin;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.publisher.RecognisePerson;
import java.util.Set;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;

/**
 * Says who sends a bearer token and in which role. A publisher's user must have signed in on a page before: an access
 * token is no proof of an address.
 */
final class BearerTokenRoles implements Converter<Jwt, AbstractAuthenticationToken> {

    private final GroupRoles groupRoles;
    private final RecognisePerson recognisePerson;

    BearerTokenRoles(GroupRoles groupRoles, RecognisePerson recognisePerson) {
        this.groupRoles = groupRoles;
        this.recognisePerson = recognisePerson;
    }

    @Override
    public AbstractAuthenticationToken convert(Jwt token) {
        var roles = groupRoles.of(token.getClaims());
        var subject = token.getSubject();
        if (!roles.isEmpty()) {
            return of(token, roles, GroupRoles.userId(subject));
        }
        return recognisePerson
                .known(token.getClaimAsString("iss"), subject)
                .map(name -> of(token, Set.of(Role.PUBLISHER_USER), name))
                .orElseGet(() -> of(token, Set.of(), GroupRoles.userId(subject)));
    }

    private static AbstractAuthenticationToken of(Jwt token, Set<Role> roles, String userId) {
        return new JwtAuthenticationToken(token, GroupRoles.authorities(roles), userId);
    }
}
