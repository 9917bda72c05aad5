package io.accountmigration.process.engine;

import io.accountmigration.publisher.CallPriority;
import io.accountmigration.publisher.OutsideCallScope;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** Says of each service task how urgent its calls to outside systems are, by its process and the phase that it is in. */
@Component
class CallPriorities extends ProcessListeners {

    private static final String PREPARE = "subProcess_prepare:";

    private static final Map<String, CallPriority> OF_PROCESS = Map.of(
            "account-migration", CallPriority.MOVE,
            "migration-campaign", CallPriority.CHECK,
            "owner-search", CallPriority.CHECK,
            "user-back-sync", CallPriority.SYNC,
            "account-verification", CallPriority.COMPARISON,
            "readiness-report", CallPriority.REPORT);

    CallPriorities(OutsideCallScope scope) {
        super(List.of(execution -> begin(scope, execution)));
    }

    private static void begin(OutsideCallScope scope, DelegateExecution execution) {
        var definition = execution.getProcessDefinitionId();
        var process = definition.substring(0, definition.indexOf(':'));
        scope.beginStep(
                process + "/" + execution.getCurrentActivityId(),
                execution.getProcessInstanceId(),
                of(process, execution.getParentActivityInstanceId()));
    }

    static CallPriority of(String process, String phase) {
        // Before the move a person waits for what is checked.
        return phase != null && phase.startsWith(PREPARE)
                ? CallPriority.CHECK
                : OF_PROCESS.getOrDefault(process, CallPriority.CHECK);
    }
}
