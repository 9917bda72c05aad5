package io.accountmigration.migration.operations;

import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.EngineOperations.SuspendedInstance;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds open cases that do not get on, however old they are. */
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

    /** What somebody has suspended, whatever process it is of. */
    public List<SuspendedInstance> suspended(int atMost) {
        return engine.suspended(atMost);
    }

    /** Those whose process instance was deleted past us, by publisher id: giving them up undoes what was done. */
    public List<String> lost(int atMost) {
        return engine.lostCases(atMost);
    }
}
