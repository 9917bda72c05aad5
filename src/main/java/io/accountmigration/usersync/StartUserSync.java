package io.accountmigration.usersync;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets the users of a publisher follow Partner Center (R10). */
@Component
public class StartUserSync {

    private final UserSyncs userSyncs;

    StartUserSync(UserSyncs userSyncs) {
        this.userSyncs = userSyncs;
    }

    /**
     * Notes the account and the watermark from which its changes count.
     *
     * @param transferredAt when the users were read for the transfer: changes from then on are to be synced
     */
    @Transactional
    public void startFor(String publisherId, String accountId, Instant transferredAt) {
        userSyncs.save(new UserSync(publisherId, accountId, transferredAt));
    }
}
