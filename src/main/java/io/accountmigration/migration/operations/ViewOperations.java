package io.accountmigration.migration.operations;

import io.accountmigration.migration.OwnerSearch;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/** Shows how the migrations as a whole stand; whoever looks, at a page or at figures, sees the same. */
@Component
public class ViewOperations {

    private final CountOperations countOperations;
    private final OperatorActions actions;
    private final OwnerSearch ownerSearch;
    private final OperationsSettings settings;
    private final Clock clock;
    private Optional<OperationsFigures> figures = Optional.empty();

    ViewOperations(
            CountOperations countOperations,
            OperatorActions actions,
            OwnerSearch ownerSearch,
            OperationsSettings settings,
            Clock clock) {
        this.countOperations = countOperations;
        this.actions = actions;
        this.ownerSearch = ownerSearch;
        this.settings = settings;
        this.clock = clock;
    }

    /** The figures, not older than they may be. Who comes while they are counted waits for them. */
    public synchronized OperationsFigures figures() {
        if (figures.filter(this::isFresh).isEmpty()) {
            figures = Optional.of(countOperations.count());
        }
        return figures.orElseThrow();
    }

    /** The accounts for which operators have to name an owner, those that wait longest first. */
    public List<OwnerSearch.Search> ownersWanted(int atMost) {
        return ownerSearch.underWay(atMost);
    }

    /** What operators did to several cases at once, the latest first. */
    public List<OperatorAction> latestActions(int atMost) {
        return actions.findByOrderByActedAtDescIdDesc(Limit.of(atMost));
    }

    private boolean isFresh(OperationsFigures counted) {
        var now = clock.instant();
        return !now.isBefore(counted.countedAt())
                && !now.isAfter(counted.countedAt().plus(settings.fresh()));
    }
}
