package io.accountmigration.process;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.SearchOwner;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandInterceptor;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Has an owner looked for when the engine itself was asked to start a migration, in Tasklist or over its REST interface.
 * Within a wider transaction, which is about to be rolled back, whoever began it sees to that.
 */
class OwnerWanted extends CommandInterceptor {

    private final SearchOwner searchOwner;

    OwnerWanted(SearchOwner searchOwner) {
        this.searchOwner = searchOwner;
    }

    @Override
    public <T> T execute(Command<T> command) {
        try {
            return next.execute(command);
        } catch (RuntimeException failed) {
            if (!TransactionSynchronizationManager.isActualTransactionActive()) {
                Causes.find(failed, MigrationRefused.class)
                        .ifPresent(refused -> searchOwner.after(refused.refusal(), refused.subject()));
            }
            throw failed;
        }
    }
}
