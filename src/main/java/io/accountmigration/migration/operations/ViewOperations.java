package io.accountmigration.migration.operations;

import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.data.domain.Limit;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.stereotype.Component;

/** Shows the figures of all migrations; the page and the metrics show the same. */
@Component
public class ViewOperations {

    private final CountOperations countOperations;
    private final OperatorActions actions;
    private final OwnerSearchWorkflow ownerSearchWorkflow;
    private final OperationsSettings settings;
    private final TaskScheduler scheduler;
    private final Clock clock;
    private final AtomicBoolean counting = new AtomicBoolean();
    private volatile OperationsFigures latest;

    ViewOperations(
            CountOperations countOperations,
            OperatorActions actions,
            OwnerSearchWorkflow ownerSearchWorkflow,
            OperationsSettings settings,
            TaskScheduler scheduler,
            Clock clock) {
        this.countOperations = countOperations;
        this.actions = actions;
        this.ownerSearchWorkflow = ownerSearchWorkflow;
        this.settings = settings;
        this.scheduler = scheduler;
        this.clock = clock;
    }

    /** The figures as they were counted last, not older than they may be. Newer ones are counted in the background. */
    public OperationsFigures figures() {
        var figures = latest;
        if (isYoungerThan(settings.oldest(), figures)) {
            if (!isYoungerThan(settings.fresh(), figures)) {
                countBeside();
            }
            return figures;
        }
        return awaitFigures();
    }

    /** Who comes while they are counted waits for the same. */
    private synchronized OperationsFigures awaitFigures() {
        if (!isYoungerThan(settings.oldest(), latest)) {
            latest = countOperations.count();
        }
        return latest;
    }

    private void countBeside() {
        if (counting.compareAndSet(false, true)) {
            scheduler.schedule(this::count, Instant.EPOCH);
        }
    }

    private void count() {
        try {
            latest = countOperations.count();
        } finally {
            counting.set(false);
        }
    }

    private boolean isYoungerThan(Duration age, OperationsFigures figures) {
        var now = clock.instant();
        return figures != null
                && !now.isBefore(figures.countedAt())
                && !now.isAfter(figures.countedAt().plus(age));
    }

    /** The accounts for which operators have to name an owner, those that wait longest first. */
    public List<OwnerSearchWorkflow.Search> ownersWanted(int atMost) {
        return ownerSearchWorkflow.underWay(atMost);
    }

    /** What operators did to several cases at once, the latest first. */
    public List<OperatorAction> latestActions(int atMost) {
        return actions.findByOrderByActedAtDescIdDesc(Limit.of(atMost));
    }
}
