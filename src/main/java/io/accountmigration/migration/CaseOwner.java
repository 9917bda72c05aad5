package io.accountmigration.migration;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.NamedUser;

/**
 * Somebody who is, or was, an owner of the publisher of a case.
 *
 * @param userId the user entry in the portal; null where only the address is known, from an earlier release
 * @param name the user id under which the person acts in this program
 * @param active whether this was still an owner when the portal was last asked
 */
record CaseOwner(String userId, String address, String name, boolean active) {

    static CaseOwner of(NamedUser user) {
        return new CaseOwner(user.userId(), user.address(), user.name(), true);
    }

    CaseOwner former() {
        return new CaseOwner(userId, address, name, false);
    }

    NamedUser asRead() {
        return new NamedUser(userId, address, name);
    }

    boolean isNamed(String other) {
        return EmailAddress.areSame(name, other);
    }
}
