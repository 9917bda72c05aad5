package io.accountmigration.process.engine;

import java.util.List;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Everything that has happened in a sandbox: processes, cases, and what was noted about them. */
@Component
@Profile("sandbox")
class SandboxCases {

    /** Each before those that it refers to. Who people are and what the program itself needs is in none of them. */
    private static final List<String> TABLES = List.of(
            "campaign_event",
            "campaign_account",
            "campaign_wave",
            "campaign",
            "readiness_rejection",
            "readiness_result",
            "readiness_report",
            "readiness_verdict",
            "user_sync_report",
            "user_link",
            "user_change",
            "user_sync",
            "verification_report",
            "migration_event",
            "migration",
            "start_request",
            "owner_appointment",
            "operator_action",
            "mail",
            "person_use",
            "outside_waiting",
            "bound_user");

    /** The rows stay, since callers hold them. */
    private static final String FORGET_CALLS = "update outside_rate set ledger = '{}', down = false";

    private final RuntimeService runtimeService;
    private final HistoryService historyService;
    private final JdbcTemplate database;
    private final TransactionOperations transaction;

    SandboxCases(
            RuntimeService runtimeService,
            HistoryService historyService,
            JdbcTemplate database,
            TransactionOperations transaction) {
        this.runtimeService = runtimeService;
        this.historyService = historyService;
        this.database = database;
        this.transaction = transaction;
    }

    /** Ends what runs without doing anything outside, and forgets it like what has ended. */
    void forget() {
        transaction.executeWithoutResult(status -> {
            var running = runtimeService.createProcessInstanceQuery().rootProcessInstances().list().stream()
                    .map(ProcessInstance::getId)
                    .toList();
            if (!running.isEmpty()) {
                runtimeService.deleteProcessInstances(running, "sandbox reset", true, true, false, true);
            }
            var ended = historyService.createHistoricProcessInstanceQuery().list().stream()
                    .map(HistoricProcessInstance::getId)
                    .toList();
            if (!ended.isEmpty()) {
                historyService.deleteHistoricProcessInstancesIfExists(ended);
            }
            TABLES.forEach(table -> database.update("delete from " + table));
            database.update(FORGET_CALLS);
        });
    }
}
