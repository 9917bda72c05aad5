package io.accountmigration.process.usersync;

import static io.accountmigration.process.usersync.UserBackSyncModel.COMPARED;

import io.accountmigration.usersync.comparison.ReconcileUsers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Reconcile users". */
@Component
class ReconcileUsersDelegate implements JavaDelegate {

    private final ReconcileUsers reconcileUsers;

    ReconcileUsersDelegate(ReconcileUsers reconcileUsers) {
        this.reconcileUsers = reconcileUsers;
    }

    @Override
    public void execute(DelegateExecution execution) {
        COMPARED.set(execution, reconcileUsers.reconcile(execution.getProcessBusinessKey()));
    }
}
