package io.accountmigration.process.migration;

import io.accountmigration.migration.Migrations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.slf4j.MDC;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Names the case in every line that a step of a migration logs. The calls that the step makes carry the id of the case
 * as their correlation id, so a line here is found again in the logs of the outside systems.
 */
@Component
public class CaseLoggingListener implements ExecutionListener {

    static final String CASE = "caseId";

    private final Migrations migrations;

    // Lazy: the engine knows this listener before the repositories exist.
    CaseLoggingListener(@Lazy Migrations migrations) {
        this.migrations = migrations;
    }

    @Override
    public void notify(DelegateExecution execution) {
        migrations
                .findByProcessInstanceId(execution.getProcessInstanceId())
                .ifPresent(migration -> MDC.put(CASE, migration.id().toString()));
    }
}
