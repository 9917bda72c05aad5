package io.accountmigration.hostile;

import io.accountmigration.hostile.Fact.Colleague;
import io.accountmigration.hostile.Fact.Look;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CppPerson;
import java.util.Set;

/**
 * Whether somebody was left behind for a reason that is true.
 *
 * @param users the entries of Cloud Partner Portal at the end of the move
 * @param arrived the addresses of those in Partner Center
 */
record LeftBehindCheck(World world, Iterable<CppPerson> users, Set<String> domains, Set<String> arrived) {

    private static final char AT = '@';

    /** Of an entry that is gone nobody can tell any more what it was. */
    boolean isTrue(String code, String userId) {
        for (var user : users) {
            if (user.userId().equals(userId)) {
                return isTrue(code, user);
            }
        }
        return true;
    }

    private boolean isTrue(String code, CppPerson user) {
        var address = Sides.lower(user.address());
        return switch (code) {
            case "USER_IS_GROUP" -> user.type() == CppUser.Type.GROUP;
            case "USER_IS_SERVICE_PRINCIPAL" -> user.type() == CppUser.Type.SERVICE_PRINCIPAL;
            case "USER_HAS_CONSUMER_ACCOUNT" -> address.endsWith("@outlook.com");
            case "USER_OUTSIDE_TENANT" -> isOutside(address);
            case "USER_ADDRESS_MALFORMED" ->
                address.chars().filter(letter -> letter == AT).count() != 1;
            // Cloud Partner Portal names nobody who is disabled when it is asked for an address.
            case "USER_DISABLED", "USER_REMOVED" -> !user.active();
            case "USER_REFUSED" -> isAddressOfAGroup(address) || isOutside(address);
            case "USER_NOT_ARRIVED" -> user.active() && !arrived.contains(address);
            case "USER_IS_TWIN" -> hasTwin(user);
            case "SIGN_IN_REPLACED" ->
                (user.role() == CppUser.Role.OWNER || hasTwin(user)) && !arrived.contains(address);
            default -> false;
        };
    }

    private boolean hasTwin(CppPerson user) {
        for (var other : users) {
            if (!other.userId().equals(user.userId())
                    && Sides.lower(other.address()).equals(Sides.lower(user.address()))) {
                return true;
            }
        }
        return false;
    }

    private boolean isOutside(String address) {
        return !domains.contains(address.substring(address.indexOf(AT) + 1));
    }

    /** What Partner Center refuses, though it looks like the address of a person. */
    private boolean isAddressOfAGroup(String address) {
        return world.facts(Colleague.class)
                .filter(colleague -> colleague.look() == Look.ALIAS || colleague.look() == Look.GROUP)
                .anyMatch(colleague -> address.startsWith(Sides.lower(colleague.name()) + AT));
    }
}
