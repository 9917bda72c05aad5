package io.accountmigration.process;

import io.accountmigration.migration.LockPublisher;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Lock publisher". */
@Component
class LockPublisherDelegate implements JavaDelegate {

    private final LockPublisher lockPublisher;

    LockPublisherDelegate(LockPublisher lockPublisher) {
        this.lockPublisher = lockPublisher;
    }

    @Override
    public void execute(DelegateExecution execution) {
        GivenUp.unlessDone(lockPublisher.lock(execution.getProcessInstanceId()));
    }
}
