package io.accountmigration.usersync;

import io.accountmigration.partner.AccountCondition;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Remembers what people were told. */
class ToldAlerts implements UserSyncAlerts {

    final List<String> told = new ArrayList<>();

    @Override
    public void quarantined(String publisherId, FailureReason reason, Instant until) {
        told.add(publisherId + " " + reason);
    }

    @Override
    public void accountLost(String publisherId, AccountCondition condition) {
        told.add(publisherId + " lost " + condition);
    }

    @Override
    public void lastOwnerHeld(String publisherId) {
        told.add(publisherId + " held");
    }

    @Override
    public void removalsStagedEverywhere(String publisherId) {
        told.add("everywhere");
    }

    @Override
    public void removalsStaged(String publisherId, long count) {
        told.add(publisherId + " staged " + count);
    }
}
