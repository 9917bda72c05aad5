package io.accountmigration.migration.operations;

import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.EngineOperations.SuspendedInstance;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds open cases without progress, of any age. */
@Component
public class FindStuckCases {

    private final ViewMigrations view;
    private final EngineOperations engine;

    FindStuckCases(ViewMigrations view, EngineOperations engine) {
        this.view = view;
        this.engine = engine;
    }

    /** Those for which nothing has happened for longer than their step normally takes, the longest first. */
    public List<CaseView> withoutProgress(int atMost) {
        return view.withoutProgress(atMost);
    }

    /** Suspended process instances, of all processes. */
    public List<SuspendedInstance> suspended(int atMost) {
        return engine.suspended(atMost);
    }

    /** Cases whose process instance an administrator deleted, by publisher id: giving them up reverts the move. */
    public List<String> lost(int atMost) {
        return engine.lostCases(atMost);
    }
}
