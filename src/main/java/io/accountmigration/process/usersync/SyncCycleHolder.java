package io.accountmigration.process.usersync;

import io.accountmigration.usersync.cycle.SyncCycle;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Passes the data of one run of the user sync from step to step. It lives as long as the transaction that these steps share:
 * the engine could only keep it as a variable by writing it down.
 */
final class SyncCycleHolder {

    private SyncCycleHolder() {}

    static void begin(SyncCycle cycle) {
        TransactionSynchronizationManager.bindResource(SyncCycleHolder.class, cycle);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResource(SyncCycleHolder.class);
            }
        });
    }

    static SyncCycle get() {
        var cycle = TransactionSynchronizationManager.getResource(SyncCycleHolder.class);
        if (cycle == null) {
            throw new IllegalStateException("no run of the user sync has begun in this transaction");
        }
        return (SyncCycle) cycle;
    }
}
