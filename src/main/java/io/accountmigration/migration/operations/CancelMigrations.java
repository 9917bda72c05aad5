package io.accountmigration.migration.operations;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.OperatorAction.Kind;
import io.accountmigration.migration.revert.CancelMigration;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.stereotype.Component;

/** Gives several cases up at once, for one reason. */
@Component
public class CancelMigrations {

    /** How many are shown, and given up, with one request. */
    public static final int AT_MOST = 100;

    private final ViewMigrations view;
    private final Migrations migrations;
    private final CancelMigration cancelMigration;
    private final BulkAction bulkAction;

    CancelMigrations(
            ViewMigrations view, Migrations migrations, CancelMigration cancelMigration, BulkAction bulkAction) {
        this.view = view;
        this.migrations = migrations;
        this.cancelMigration = cancelMigration;
        this.bulkAction = bulkAction;
    }

    /** These cases as they are now. */
    public List<CaseView> preview(Collection<UUID> caseIds) {
        return caseIds.isEmpty()
                ? List.of()
                : view.those(caseIds.stream().limit(AT_MOST).toList());
    }

    /** The newest cases that this problem stands in the way of. */
    public List<CaseView> preview(FindingCode problem) {
        return view.withProblem(problem, ScrollPosition.keyset(), AT_MOST).getContent();
    }

    /** Gives exactly these up; answers what came of each. */
    public List<OperatorAction> cancel(Collection<UUID> caseIds, String reason, Caller caller) {
        return migrations
                .findByIdInOrderByStartedAtDescIdDesc(
                        caseIds.stream().limit(AT_MOST).toList())
                .stream()
                .map(migration -> cancel(migration, reason, caller))
                .toList();
    }

    private OperatorAction cancel(Migration migration, String reason, Caller caller) {
        var publisherId = migration.publisherId();
        return bulkAction.act(
                Kind.CANCEL,
                publisherId,
                reason,
                caller,
                () -> cancelMigration.cancel(publisherId, migration.id(), caller));
    }
}
