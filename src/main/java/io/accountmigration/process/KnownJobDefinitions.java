package io.accountmigration.process;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.cfg.TransactionState;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;

/**
 * Remembers the definition of a job for a few seconds while instances move on. Whoever suspends one, or changes its
 * priority, waits that long until the other nodes know. A suspended one is never remembered: a job that was made as
 * suspended after the others were activated would wait for ever.
 */
class KnownJobDefinitions extends JobDefinitionManager {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    /** What one engine remembers. */
    static final class Memory {

        private record Known(JobDefinitionEntity definition, long readAt) {}

        private final Map<String, Known> known = new ConcurrentHashMap<>();

        private void forget() {
            known.clear();
        }
    }

    private final Memory memory;

    KnownJobDefinitions(Memory memory) {
        this.memory = memory;
    }

    @Override
    public JobDefinitionEntity findById(String jobDefinitionId) {
        if (!EngineEconomy.isMovingAnInstance()) {
            return super.findById(jobDefinitionId);
        }
        var now = System.nanoTime();
        var known = memory.known.get(jobDefinitionId);
        if (known != null && now - known.readAt() < FRESH) {
            return known.definition();
        }
        var definition = super.findById(jobDefinitionId);
        if (definition != null && !definition.isSuspended()) {
            memory.known.put(jobDefinitionId, new Memory.Known(definition, now));
        }
        return definition;
    }

    @Override
    public void updateJobDefinitionSuspensionStateById(String id, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateById(id, state);
        forgetOnceWrittenDown();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionId(String id, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionId(id, state);
        forgetOnceWrittenDown();
    }

    @Override
    public void updateJobDefinitionSuspensionStateByProcessDefinitionKey(String key, SuspensionState state) {
        super.updateJobDefinitionSuspensionStateByProcessDefinitionKey(key, state);
        forgetOnceWrittenDown();
    }

    private void forgetOnceWrittenDown() {
        Context.getCommandContext()
                .getTransactionContext()
                .addTransactionListener(TransactionState.COMMITTED, committed -> memory.forget());
    }
}
