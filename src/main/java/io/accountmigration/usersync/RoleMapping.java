package io.accountmigration.usersync;

import io.accountmigration.publisher.PublisherRole;
import java.util.Set;

/**
 * What a set of Partner Center's roles is worth in the portal.
 *
 * @param role null where it is worth nothing
 * @param unknownRoles the names that the role map does not hold: they are listed, and give and take nothing
 */
public record RoleMapping(PublisherRole role, Set<String> unknownRoles) {

    public static final RoleMapping NONE = new RoleMapping(null, Set.of());

    /** Whether the user's role is undecided, so that no access may be removed. */
    public boolean isOpen() {
        return !unknownRoles.isEmpty();
    }

    public RoleMapping atLeast(PublisherRole current) {
        var higher = current == null || role == PublisherRole.OWNER ? role : current;
        return new RoleMapping(higher, unknownRoles);
    }
}
