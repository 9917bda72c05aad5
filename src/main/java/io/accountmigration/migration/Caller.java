package io.accountmigration.migration;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** Who asks for something: the user id, which for a publisher's user is the sign-in address, and the roles. */
public record Caller(String userId, Set<Role> roles) {

    /** What a caller may be. */
    public enum Role {
        PUBLISHER_USER("ROLE_PUBLISHER_USER"),
        OPERATOR("ROLE_OPERATOR"),
        AUDITOR("ROLE_AUDITOR"),
        SERVICE("ROLE_SERVICE"),
        ADMINISTRATOR("ROLE_ADMIN");

        private final String authority;

        Role(String authority) {
            this.authority = authority;
        }

        /** How the sign-in calls this role. */
        public String authority() {
            return authority;
        }

        /** The role that the sign-in calls so; other names stand for none. */
        public static Optional<Role> ofAuthority(String authority) {
            return Arrays.stream(values())
                    .filter(role -> role.authority.equals(authority))
                    .findFirst();
        }
    }

    /** The program itself, which may act for any owner. */
    public static final Caller PROGRAM = new Caller("program", Set.of(Role.SERVICE));

    public Caller {
        roles = Set.copyOf(roles);
    }

    /** Whether the caller speaks for other people: operators, services and administrators do. */
    public boolean mayNameOwners() {
        return isOneOf(Role.OPERATOR, Role.SERVICE);
    }

    /** Whether the caller is somebody who has an account, or works for one. */
    public boolean isPublisherUser() {
        return roles.contains(Role.PUBLISHER_USER);
    }

    /** Whether the caller looks after the migrations of all publishers. */
    public boolean isOperator() {
        return isOneOf(Role.OPERATOR);
    }

    /**
     * Lets a caller pass who has one of these roles, and every administrator.
     *
     * @throws MigrationRefused for everybody else
     */
    public void require(Role... anyOf) {
        if (!isOneOf(anyOf)) {
            throw MigrationRefused.because(Refusal.NOT_ALLOWED, "");
        }
    }

    private boolean isOneOf(Role... anyOf) {
        return roles.contains(Role.ADMINISTRATOR) || Arrays.stream(anyOf).anyMatch(roles::contains);
    }

    public Actor actor() {
        return Actor.person(userId);
    }
}
