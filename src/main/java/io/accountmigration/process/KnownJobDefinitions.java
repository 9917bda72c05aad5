package io.accountmigration.process;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobDefinitionManager;

/**
 * Remembers the definition of a job for a few seconds while instances move on. Whoever suspends one, or changes its
 * priority, waits that long until every node knows.
 */
class KnownJobDefinitions extends JobDefinitionManager {

    private static final long FRESH = Duration.ofSeconds(5).toNanos();

    /** What one engine remembers. */
    static final class Memory {

        private record Known(JobDefinitionEntity definition, long readAt) {}

        private final Map<String, Known> known = new ConcurrentHashMap<>();
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
        if (definition != null) {
            memory.known.put(jobDefinitionId, new Memory.Known(definition, now));
        }
        return definition;
    }
}
