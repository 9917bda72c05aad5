package io.accountmigration.process.migration;

import static io.accountmigration.process.migration.AccountMigrationModel.ALL_USERS_TRANSFERRED;

import io.accountmigration.migration.move.TransferUsers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Transfer users". */
@Component
class TransferUsersDelegate implements JavaDelegate {

    private final TransferUsers transferUsers;

    TransferUsersDelegate(TransferUsers transferUsers) {
        this.transferUsers = transferUsers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        MoveGivenUpError.unlessDone(transferUsers.transfer(execution.getProcessInstanceId()));
        ALL_USERS_TRANSFERRED.set(execution, true);
    }
}
