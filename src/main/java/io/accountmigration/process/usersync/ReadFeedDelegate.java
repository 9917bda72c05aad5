package io.accountmigration.process.usersync;

import io.accountmigration.usersync.PollUserChanges;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Runs the step "Read feed". */
@Component
class ReadFeedDelegate implements JavaDelegate {

    private final PollUserChanges pollUserChanges;

    ReadFeedDelegate(PollUserChanges pollUserChanges) {
        this.pollUserChanges = pollUserChanges;
    }

    @Override
    public void execute(DelegateExecution execution) {
        pollUserChanges.poll(execution.getProcessBusinessKey());
    }
}
