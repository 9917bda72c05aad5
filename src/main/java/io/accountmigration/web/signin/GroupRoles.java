package io.accountmigration.web.signin;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.web.signin.SignInSettings.Oidc;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Gives roles for the groups of a claim, by the allow list of the configuration and by nothing else. */
final class GroupRoles {

    private final List<String> claims;
    private final Map<Role, List<String>> allowed;

    GroupRoles(Oidc settings) {
        this.claims = settings.groupsClaims();
        this.allowed = settings.groups();
    }

    /** The roles that these claims give; a claim of another form than text or a list of texts gives none. */
    Set<Role> of(Map<String, Object> token) {
        var groups = new HashSet<>();
        for (var claim : claims) {
            var value = token.get(claim);
            if (value instanceof Collection<?> several) {
                groups.addAll(several);
            } else if (value instanceof String one) {
                groups.add(one);
            }
        }
        return allowed.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(groups::contains))
                .map(Entry::getKey)
                .collect(Collectors.toSet());
    }

    static Set<GrantedAuthority> authorities(Set<Role> roles) {
        return roles.stream()
                .map(Role::authority)
                .map(SimpleGrantedAuthority::new)
                .collect(Collectors.toSet());
    }

    /**
     * The user id of somebody who has a role by group: the subject, or a name computed from it where the subject could
     * be taken for a publisher's user, who has an address as user id, or does not fit the engine.
     */
    static String userId(String subject) {
        return subject.matches("[A-Za-z0-9._-]{1,64}")
                ? subject
                : UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8))
                        .toString();
    }
}
