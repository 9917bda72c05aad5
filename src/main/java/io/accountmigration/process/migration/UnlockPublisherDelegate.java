package io.accountmigration.process.migration;

import io.accountmigration.migration.revert.UnlockPublisher;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Unlock publisher". */
@Component
class UnlockPublisherDelegate implements JavaDelegate {

    private final UnlockPublisher unlockPublisher;

    UnlockPublisherDelegate(UnlockPublisher unlockPublisher) {
        this.unlockPublisher = unlockPublisher;
    }

    @Override
    public void execute(DelegateExecution execution) {
        unlockPublisher.unlock(execution.getProcessInstanceId());
    }
}
