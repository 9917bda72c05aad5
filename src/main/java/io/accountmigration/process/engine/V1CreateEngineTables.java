package io.accountmigration.process.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/** Creates the engine's tables from the script in its own jar. */
@Component
public class V1CreateEngineTables extends EngineSchemaStep {

    private static final String SCRIPT = "org/camunda/bpm/engine/db/create/activiti.%s.create.%s.sql";
    private static final List<String> PARTS = List.of(
            "engine", "history", "identity", "case.engine", "case.history", "decision.engine", "decision.history");

    public V1CreateEngineTables() {
        super("1", "engine 7.24.0");
    }

    @Override
    List<String> scripts(String dialect) {
        return PARTS.stream().map(part -> SCRIPT.formatted(dialect, part)).toList();
    }
}
