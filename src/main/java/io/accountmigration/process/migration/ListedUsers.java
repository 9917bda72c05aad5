package io.accountmigration.process.migration;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.usersync.ListedUser;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import java.util.List;

/** Passes the users whom the move has left in the old portal to the user sync. */
final class ListedUsers {

    private ListedUsers() {}

    static List<ListedUser> of(Migration migration) {
        return migration.listedInPortal().stream()
                .filter(user -> !user.hasLeft())
                .map(ListedUsers::listed)
                .toList();
    }

    private static ListedUser listed(UserLeftBehind user) {
        var reason =
                switch (user.finding().code()) {
                    case USER_IS_GROUP -> NoCounterpart.GROUP;
                    case USER_IS_SERVICE_PRINCIPAL -> NoCounterpart.SERVICE_PRINCIPAL;
                    case USER_HAS_CONSUMER_ACCOUNT -> NoCounterpart.MICROSOFT_ACCOUNT;
                    case USER_ADDRESS_MALFORMED -> NoCounterpart.MALFORMED_ADDRESS;
                    case USER_OUTSIDE_TENANT -> NoCounterpart.GUEST;
                    case SIGN_IN_REPLACED -> NoCounterpart.REPLACED;
                    case USER_IS_TWIN -> NoCounterpart.TWIN;
                    default -> NoCounterpart.NOT_TAKEN;
                };
        return new ListedUser(user.userId(), user.finding().arguments().get(0), reason);
    }
}
