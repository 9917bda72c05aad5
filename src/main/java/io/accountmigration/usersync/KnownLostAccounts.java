package io.accountmigration.usersync;

import io.accountmigration.partner.LostAccounts;
import io.accountmigration.publisher.Publisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts that the comparison of users found lost. */
@Component
class KnownLostAccounts implements LostAccounts {

    private final UserSyncs userSyncs;

    KnownLostAccounts(UserSyncs userSyncs) {
        this.userSyncs = userSyncs;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean includes(String publisherId) {
        return userSyncs
                .findById(Publisher.keyOf(publisherId))
                .filter(UserSync::isAccountLost)
                .isPresent();
    }
}
