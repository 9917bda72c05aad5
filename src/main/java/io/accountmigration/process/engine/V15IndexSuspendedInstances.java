package io.accountmigration.process.engine;

import java.util.List;
import org.springframework.stereotype.Component;

/** Lets an index lead to suspended instances. H2, which reads all instances, has no such index and is for few. */
@Component
class V15IndexSuspendedInstances extends EngineSchemaStep {

    V15IndexSuspendedInstances() {
        super("15", "suspended instances");
    }

    @Override
    List<String> scripts(String dialect) {
        return dialect.equals("h2") ? List.of() : List.of("db/engine/suspended-instances.sql");
    }
}
