package io.accountmigration.process;

import io.accountmigration.migration.Caller.Role;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.annotation.Profile;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Component;

/** Signs in the users that an administrator keeps in the engine. A publisher's user has the address as user id. */
@Component
@Profile("!sandbox")
class LocalUsers implements AuthenticationProvider {

    private final IdentityService identityService;

    LocalUsers(IdentityService identityService) {
        this.identityService = identityService;
    }

    @Override
    public Authentication authenticate(Authentication credentials) {
        var userId = credentials.getName();
        if (!identityService.checkPassword(userId, String.valueOf(credentials.getCredentials()))) {
            throw new BadCredentialsException("wrong user name or password");
        }
        var authorities = identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .flatMap(group -> Groups.roleOf(group).stream())
                .map(Role::authority)
                .map(SimpleGrantedAuthority::new)
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(userId, null, authorities);
    }

    @Override
    public boolean supports(Class<?> type) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(type);
    }
}
