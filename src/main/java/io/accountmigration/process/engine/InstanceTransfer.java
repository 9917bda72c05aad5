package io.accountmigration.process.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationException;
import org.camunda.bpm.engine.migration.MigratingProcessInstanceValidationReport;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Carries one instance to another version of its process, in a transaction of its own; a dry run is rolled back. */
@Component
class InstanceTransfer {

    /** What came of it. */
    sealed interface Outcome {}

    /** It runs, or would run, under the other version. */
    record Carried() implements Outcome {}

    /** It was left alone, since a step of it was under way. */
    record Busy() implements Outcome {}

    /** It stays, since these activities (by id) cannot be carried, for these reasons. */
    record Stays(Map<String, String> reasons) implements Outcome {}

    private final RuntimeService runtimeService;
    private final ManagementService managementService;
    private final TransactionTemplate transaction;

    InstanceTransfer(
            RuntimeService runtimeService,
            ManagementService managementService,
            PlatformTransactionManager transactionManager) {
        this.runtimeService = runtimeService;
        this.managementService = managementService;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    Outcome carry(String instance, MigrationPlan plan, boolean dryRun) {
        if (isAtWork(instance)) {
            return new Busy();
        }
        try {
            transaction.executeWithoutResult(status -> {
                runtimeService
                        .newMigration(plan)
                        .processInstanceIds(instance)
                        .skipCustomListeners()
                        .execute();
                if (dryRun) {
                    status.setRollbackOnly();
                }
            });
            return new Carried();
        } catch (MigratingProcessInstanceValidationException invalid) {
            return new Stays(reasonsIn(invalid.getValidationReport()));
        } catch (OptimisticLockingException somebodyWasFaster) {
            return new Busy();
        }
    }

    private boolean isAtWork(String instance) {
        return managementService
                        .createJobQuery()
                        .processInstanceId(instance)
                        .acquired()
                        .count()
                > 0;
    }

    private static Map<String, String> reasonsIn(MigratingProcessInstanceValidationReport report) {
        var reasons = new TreeMap<String, String>();
        add(reasons, "", report.getFailures());
        report.getActivityInstanceReports()
                .forEach(activity -> add(reasons, activity.getSourceScopeId(), activity.getFailures()));
        report.getTransitionInstanceReports()
                .forEach(activity -> add(reasons, activity.getSourceScopeId(), activity.getFailures()));
        return reasons;
    }

    private static void add(Map<String, String> reasons, String activity, List<String> failures) {
        if (!failures.isEmpty()) {
            var all = Stream.concat(Optional.ofNullable(reasons.get(activity)).stream(), failures.stream());
            reasons.put(activity, String.join("; ", all.distinct().toList()));
        }
    }
}
