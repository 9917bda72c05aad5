package io.accountmigration.process.verification;

import io.accountmigration.migration.move.VerificationWorkflow;
import io.accountmigration.process.engine.SingleInstances;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Compares accounts by instances of {@code account-verification}, one at a time per publisher. */
@Component
public class EngineVerificationWorkflow implements VerificationWorkflow {

    public static final String PROCESS_ID = "account-verification";

    private final SingleInstances instances;

    EngineVerificationWorkflow(SingleInstances instances) {
        this.instances = instances;
    }

    @Override
    public void start(String publisherId) {
        instances.start(PROCESS_ID, publisherId, Map.of());
    }
}
