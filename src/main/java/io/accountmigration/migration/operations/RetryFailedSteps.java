package io.accountmigration.migration.operations;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.RecordRetry;
import io.accountmigration.migration.Refusal;
import io.accountmigration.migration.operations.EngineOperations.FailedStep;
import io.accountmigration.migration.operations.OperatorAction.Kind;
import java.util.List;
import org.springframework.stereotype.Component;

/** Has steps that stopped for the same cause tried once more. */
@Component
public class RetryFailedSteps {

    /** How many are shown, and retried, with one request. */
    public static final int AT_MOST = 100;

    /** What would be tried again, of so many in all. */
    public record Preview(List<FailedStep> steps, long inAll) {}

    private final EngineOperations engine;
    private final RecordRetry recordRetry;
    private final BulkAction bulkAction;

    RetryFailedSteps(EngineOperations engine, RecordRetry recordRetry, BulkAction bulkAction) {
        this.engine = engine;
        this.recordRetry = recordRetry;
        this.bulkAction = bulkAction;
    }

    /** The steps that stopped for the same cause as this one. */
    public Preview preview(String sample) {
        return new Preview(engine.like(sample, AT_MOST), engine.countLike(sample));
    }

    /** The steps of this instance that have stopped. */
    public List<FailedStep> stoppedIn(String processInstanceId) {
        return engine.stoppedIn(processInstanceId);
    }

    /** Has exactly these tried again; answers what came of each that was still stopped. */
    public List<OperatorAction> retry(List<String> ids, String reason, Caller caller) {
        return engine.stillFailed(ids.stream().limit(AT_MOST).toList()).stream()
                .map(step -> bulkAction.act(
                        Kind.RETRY, step.publisherId().orElse(""), reason, caller, () -> retry(step, caller)))
                .toList();
    }

    private void retry(FailedStep step, Caller caller) {
        if (!engine.retry(step.id(), caller)) {
            throw MigrationRefused.because(
                    Refusal.NOT_RUNNING, step.publisherId().orElse(""));
        }
        recordRetry.note(step.processInstanceId(), caller);
    }
}
