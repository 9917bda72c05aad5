package io.accountmigration.campaign;

import io.accountmigration.migration.Migration;

/** An account and its case; null where it has none. */
record AccountWithCase(CampaignAccount account, Migration migration) {

    /** Where it stands, unless its case has stopped at a failure. */
    AccountState state() {
        return AccountState.of(account.standing(), migration == null ? null : migration.state());
    }
}
