package io.accountmigration.migration;

import io.accountmigration.migration.OwnerSearch.Why;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Gives what waits for an owner to one who is active, where the acting one is none any more; else to the operators. */
@Component
class HandOver {

    private final MigrationWorkflow workflow;
    private final OwnerSearch ownerSearch;
    private final CallOffSearch callOffSearch;
    private final TellPeople tellPeople;
    private final FollowUpSettings followUp;
    private final Clock clock;

    HandOver(
            MigrationWorkflow workflow,
            OwnerSearch ownerSearch,
            CallOffSearch callOffSearch,
            TellPeople tellPeople,
            FollowUpSettings followUp,
            Clock clock) {
        this.workflow = workflow;
        this.ownerSearch = ownerSearch;
        this.callOffSearch = callOffSearch;
        this.tellPeople = tellPeople;
        this.followUp = followUp;
        this.clock = clock;
    }

    /** The owners were read anew: the open task, if there is one, is for them and nobody else. */
    void openTask(Migration migration, List<String> before) {
        if (migration.state() != MigrationState.ACTION_REQUIRED || before.equals(migration.owners())) {
            return;
        }
        var instance = migration.processInstanceId();
        Optional.ofNullable(workflow.openTasks(List.of(instance)).get(instance)).ifPresent(task -> {
            var assignee = choose(migration, task.assignee());
            var others = migration.owners().stream()
                    .filter(owner -> assignee.filter(owner::equals).isEmpty())
                    .toList();
            workflow.offer(task.taskId(), assignee, others);
            if (assignee.isPresent() && !assignee.equals(task.assignee())) {
                tellPeople.ofNewTask(migration);
            }
        });
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
            callOffSearch.of(migration);
            migration.handedTo(successor.get(), clock.instant());
        } else {
            migration.waiting().climbTo(followUp.rungs().size());
            ownerSearch.open(migration.publisherId(), Why.NO_OWNER);
            tellPeople.callOperators(migration);
        }
        return successor;
    }
}
