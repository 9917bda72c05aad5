package io.accountmigration.process.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/** Gives every job a time to be sorted by, and lets an index lead to the oldest. */
@Component
class V10IndexJobsByDueDate extends EngineSchemaStep {

    V10IndexJobsByDueDate() {
        super("10", "jobs by age");
    }

    @Override
    List<String> scripts(String dialect) {
        return List.of("db/engine/jobs-by-age.sql");
    }
}
