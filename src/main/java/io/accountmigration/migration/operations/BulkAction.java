package io.accountmigration.migration.operations;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.operations.OperatorAction.Kind;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Does the same to one case after the other, each for itself: what one refuses does not keep the others from it. */
@Component
class BulkAction {

    private static final Logger LOG = LoggerFactory.getLogger(BulkAction.class);

    private final OperatorActions actions;
    private final TransactionTemplate transaction;
    private final Clock clock;

    BulkAction(OperatorActions actions, TransactionTemplate transaction, Clock clock) {
        this.actions = actions;
        this.transaction = transaction;
        this.clock = clock;
    }

    /** Does it and writes down, together, that it was done; or else, that it was not. */
    OperatorAction act(Kind kind, String publisherId, String reason, Caller caller, Runnable work) {
        try {
            return transaction.execute(status -> {
                work.run();
                return note(kind, publisherId, reason, caller, OperatorAction.DONE);
            });
        } catch (MigrationRefused refused) {
            return noteAlone(
                    kind, publisherId, reason, caller, refused.refusal().name());
        } catch (RuntimeException failed) {
            LOG.error("{} of {} failed; the others continue", kind, publisherId, failed);
            return noteAlone(kind, publisherId, reason, caller, "INTERNAL_ERROR");
        }
    }

    private OperatorAction noteAlone(Kind kind, String publisherId, String reason, Caller caller, String outcome) {
        return transaction.execute(status -> note(kind, publisherId, reason, caller, outcome));
    }

    private OperatorAction note(Kind kind, String publisherId, String reason, Caller caller, String outcome) {
        return actions.save(new OperatorAction(kind, publisherId, caller.userId(), reason, outcome, clock.instant()));
    }
}
