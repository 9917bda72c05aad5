package io.accountmigration.process;

import io.accountmigration.migration.RequireActiveOwner;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets publishers' users touch a task only as long as they are active owners, whichever door they come through. */
@Component
class RequireActiveOwnerListener implements TaskListener {

    private final RequireActiveOwner requireActiveOwner;
    private final EngineCaller engineCaller;

    // Lazy: the engine knows its listeners before its services exist.
    RequireActiveOwnerListener(RequireActiveOwner requireActiveOwner, @Lazy EngineCaller engineCaller) {
        this.requireActiveOwner = requireActiveOwner;
        this.engineCaller = engineCaller;
    }

    @Override
    public void notify(DelegateTask task) {
        var caller = engineCaller.current();
        if (caller.isPublisherUser()) {
            requireActiveOwner.toTake(task.getProcessInstanceId(), caller.userId());
        }
    }
}
