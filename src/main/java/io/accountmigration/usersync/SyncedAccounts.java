package io.accountmigration.usersync;

import io.accountmigration.partner.MovedAccounts;
import io.accountmigration.publisher.Publisher;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The accounts whose users follow Partner Center; the comparison of users finds those that are lost. */
@Component
@Transactional(readOnly = true)
class SyncedAccounts implements MovedAccounts {

    private final UserSyncs userSyncs;

    SyncedAccounts(UserSyncs userSyncs) {
        this.userSyncs = userSyncs;
    }

    @Override
    public boolean includes(String publisherId) {
        return find(publisherId).isPresent();
    }

    @Override
    public boolean isLost(String publisherId) {
        return find(publisherId).filter(UserSync::isAccountLost).isPresent();
    }

    private Optional<UserSync> find(String publisherId) {
        return userSyncs.findById(Publisher.keyOf(publisherId));
    }
}
