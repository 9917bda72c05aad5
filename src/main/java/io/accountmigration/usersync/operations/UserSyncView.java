package io.accountmigration.usersync.operations;

import io.accountmigration.usersync.ChangeSource;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.ParityView;
import io.accountmigration.usersync.QuarantineView;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.comparison.Drift;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.lang.Nullable;

/**
 * How far a publisher's users follow Partner Center.
 *
 * @param watermark up to when the feed's changes have had their effect
 * @param feedReadAt when the feed was last read: what is known is no older; null before the first time
 * @param processInstanceId the instance that is at work now; null when none is
 * @param pending changes that wait for their turn
 * @param failed users whose change does not get through, with the reason and the next try
 * @param unmapped what has no counterpart, with what to do about it
 * @param held removals of the last owner
 * @param stagedRemovals removals that wait for an operator
 * @param quarantine null when nothing is wrong with the publisher as a whole
 * @param parity null before the first comparison
 * @param latest the changes decided last
 */
public record UserSyncView(
        String publisherId,
        String accountId,
        State state,
        Instant watermark,
        Instant feedReadAt,
        Instant lastReconciledAt,
        ReconcileReason reconciliationDue,
        RoleMapView roleMap,
        String processInstanceId,
        long pending,
        List<ChangeView> failed,
        List<Drift> unmapped,
        List<ChangeView> held,
        List<ChangeView> stagedRemovals,
        QuarantineView quarantine,
        ParityView parity,
        List<ChangeView> latest) {

    /** The state in one word: the one that needs somebody most. */
    public enum State {
        IN_STEP,
        WORKING,
        STUCK,
        USERS_FAILING,
        LAST_OWNER_HELD,
        REMOVALS_STAGED,
        QUARANTINED,
        ACCOUNT_NOT_ACTIVE,
        TURNED_OFF
    }

    /** What roles are worth in the portal, and under which version of the table. */
    public record RoleMapView(String version, Map<String, SyncSettings.Worth> roles) {}

    /** A change as people see it. */
    public record ChangeView(
            String changeId,
            ChangeSource source,
            @Nullable String userId,
            @Nullable String userPrincipalName,
            String operation,
            ChangeState state,
            @Nullable String reason,
            int attempts,
            @Nullable Instant nextTryAt,
            Instant occurredAt,
            @Nullable Instant decidedAt) {

        static ChangeView of(UserChange change, String address) {
            return new ChangeView(
                    change.changeId(),
                    change.source(),
                    change.userId(),
                    address,
                    change.operationName(),
                    change.state(),
                    change.reason(),
                    change.attempts(),
                    change.state() == ChangeState.PENDING ? change.nextTryAt() : null,
                    change.occurredAt(),
                    change.decidedAt());
        }
    }
}
