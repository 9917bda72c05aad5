package io.accountmigration.migration.owners;

import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationWorkflow;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.migration.followup.FollowUpSettings;
import io.accountmigration.migration.followup.OwnerNotifications;
import io.accountmigration.migration.owners.OwnerSearchWorkflow.Why;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reassigns an open task to an active owner if the acting one is no longer an owner; without one, to the operators. */
@Component
class ReassignToActiveOwner {

    private final MigrationWorkflow workflow;
    private final OwnerSearchWorkflow ownerSearchWorkflow;
    private final CancelOwnerSearch cancelOwnerSearch;
    private final OwnerNotifications ownerNotifications;
    private final FollowUpSettings followUp;
    private final Clock clock;

    ReassignToActiveOwner(
            MigrationWorkflow workflow,
            OwnerSearchWorkflow ownerSearchWorkflow,
            CancelOwnerSearch cancelOwnerSearch,
            OwnerNotifications ownerNotifications,
            FollowUpSettings followUp,
            Clock clock) {
        this.workflow = workflow;
        this.ownerSearchWorkflow = ownerSearchWorkflow;
        this.cancelOwnerSearch = cancelOwnerSearch;
        this.ownerNotifications = ownerNotifications;
        this.followUp = followUp;
        this.clock = clock;
    }

    /**
     * The owners were read again: the open task, if there is one, is for them and nobody else. While the case is suspended
     * it cannot be given to anybody, only taken from those who are gone.
     */
    void openTask(Migration migration, List<String> before) {
        if (migration.state() != MigrationState.ACTION_REQUIRED
                || before.equals(migration.owners()) && !isLeftBehind(migration)) {
            return;
        }
        var instance = migration.processInstanceId();
        var suspended = workflow.suspended(List.of(instance)).contains(instance);
        Optional.ofNullable(workflow.openTasks(List.of(instance)).get(instance)).ifPresent(task -> {
            if (suspended) {
                workflow.close(task.taskId(), migration.owners());
            } else {
                offer(task, migration, before);
            }
        });
    }

    /** Whether the task is a former owner's still, and another one could have it. */
    boolean isLeftBehind(Migration migration) {
        return migration.state() == MigrationState.ACTION_REQUIRED
                && !migration.isOwnedBy(migration.actingOwner())
                && (!migration.owners().isEmpty()
                        || migration.waiting().reachedLevels()
                                < followUp.escalationLevels().size());
    }

    private void offer(OpenTask task, Migration migration, List<String> before) {
        if (before.isEmpty() && migration.isOwnedBy(migration.actingOwner())) {
            handBack(migration);
        }
        var assignee = choose(migration, task.assignee());
        var others = migration.owners().stream()
                .filter(owner -> assignee.filter(owner::equals).isEmpty())
                .toList();
        workflow.offer(task.taskId(), assignee, others, migration);
        if (assignee.isPresent() && !assignee.equals(task.assignee())) {
            ownerNotifications.ofNewTask(migration);
        }
    }

    /** The acting owner is one again: operators need not name anybody. */
    private void handBack(Migration migration) {
        cancelOwnerSearch.of(migration);
        migration.handedTo(migration.actingOwner(), clock.instant());
    }

    /**
     * Who does what is asked; nobody where there is no owner, and operators are asked for one.
     *
     * @param claimed who has the task already, if somebody has
     */
    Optional<String> choose(Migration migration, Optional<String> claimed) {
        var claimedByOwner = claimed.filter(migration::isOwnedBy);
        if (migration.isOwnedBy(migration.actingOwner())) {
            return claimedByOwner.or(() -> Optional.of(migration.actingOwner()));
        }
        var successor = claimedByOwner.or(() -> migration.ownersAsRead().successorOf(migration.actingOwner()));
        if (successor.isPresent()) {
            cancelOwnerSearch.of(migration);
            migration.handedTo(successor.get(), clock.instant());
        } else {
            migration.waiting().reachLevel(followUp.escalationLevels().size());
            ownerSearchWorkflow.open(migration.publisherId(), Why.NO_OWNER);
            ownerNotifications.callOperators(migration);
        }
        return successor;
    }
}
