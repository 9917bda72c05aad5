package io.accountmigration.partner;

import java.util.Set;

/**
 * A user of an account in Partner Center.
 *
 * @param userId Partner Center's stable id: it stays when the address changes
 * @param roles the names of all roles held, as Partner Center lists them
 */
public record AccountUser(String userId, String userPrincipalName, String displayName, Set<String> roles) {

    public AccountUser {
        roles = Set.copyOf(roles);
    }
}
