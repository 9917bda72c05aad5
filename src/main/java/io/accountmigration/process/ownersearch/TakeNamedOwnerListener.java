package io.accountmigration.process.ownersearch;

import static io.accountmigration.process.ownersearch.OwnerSearchModel.INPUTS;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.KEPT;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.NAMED_BY;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.OWNER;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.PUBLISHER_ID;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.REASON;
import static io.accountmigration.process.ownersearch.OwnerSearchModel.WHY;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.TaskInput;
import io.accountmigration.process.engine.Variable;
import io.accountmigration.publisher.EmailAddress;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Lets in an address and a reason and nothing else, and notes who gave them; what will not do is refused and the task stays. */
@Component
class TakeNamedOwnerListener implements TaskListener {

    private static final int LONGEST_REASON = 500;

    private final CurrentCaller currentCaller;

    // Lazy: the engine knows its listeners before its services exist.
    TakeNamedOwnerListener(@Lazy CurrentCaller currentCaller) {
        this.currentCaller = currentCaller;
    }

    @Override
    public void notify(DelegateTask task) {
        TaskInput.keepOnly(task, name -> INPUTS.contains(name) || KEPT.contains(name));
        keep(task);
        var owner = EmailAddress.parse(textIn(task, OWNER, Integer.MAX_VALUE))
                .orElseThrow(() -> MigrationRefused.because(Refusal.INPUT_MALFORMED, OWNER.name()));
        var reason = textIn(task, REASON, LONGEST_REASON);
        OWNER.set(task, owner.value());
        REASON.set(task, reason.strip());
        NAMED_BY.set(task, currentCaller.current().userId());
    }

    /** What the process keeps can be overwritten by who completes its task. */
    private static void keep(DelegateTask task) {
        if (Stream.of(OwnerSearchWorkflow.Why.values())
                .map(Enum::name)
                .noneMatch(textIn(task, WHY, Integer.MAX_VALUE)::equals)) {
            throw MigrationRefused.because(Refusal.INPUT_MALFORMED, WHY.name());
        }
        PUBLISHER_ID.set(task, task.getExecution().getProcessBusinessKey());
    }

    private static String textIn(DelegateTask task, Variable<String> variable, int longest) {
        var text = TaskInput.text(task, variable.name(), longest);
        if (text == null || text.isBlank()) {
            throw MigrationRefused.because(Refusal.INPUT_MALFORMED, variable.name());
        }
        return text;
    }
}
