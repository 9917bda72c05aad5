package io.accountmigration.hostile;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What people took away from others in Cloud Partner Portal before the account moved: it must not come back with the move. */
class Withdrawals {

    private final Set<String> users = new HashSet<>();
    private final Set<String> owners = new HashSet<>();

    void peopleDid(Sides before, Sides now) {
        if (now.isMoved()) {
            users.removeAll(added(before.partnerCenterAddresses(), now.partnerCenterAddresses()));
            owners.removeAll(added(before.partnerCenterOwners(), now.partnerCenterOwners()));
        } else {
            users.addAll(added(now.portalAddresses(), before.portalAddresses()));
            users.removeAll(now.portalAddresses());
            owners.addAll(added(now.portalOwners(), before.portalOwners()));
            owners.removeAll(now.portalOwners());
        }
    }

    /** An owner who takes an address that nobody has any more brings his own rights with it. */
    void ownerTook(String address) {
        users.remove(address);
        owners.remove(address);
    }

    /** What came back all the same. */
    List<String> undone(Sides now) {
        return Stream.concat(
                        now.partnerCenterAddresses().stream()
                                .filter(users::contains)
                                .map(address -> address + " has access in Partner Center"),
                        now.partnerCenterOwners().stream()
                                .filter(owners::contains)
                                .map(address -> address + " is an owner in Partner Center"))
                .map(what -> what + ", which people took away before the account moved")
                .toList();
    }

    private static Set<String> added(Set<String> before, Set<String> now) {
        var added = new HashSet<>(now);
        added.removeAll(before);
        return added;
    }
}
