package io.accountmigration.outside.budget;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Changes rows in a thread of its own, so that callers need no second connection, and no transaction of theirs is part of
 * it; and nobody waits for it for long.
 */
class BudgetWorker {

    private static final Logger LOG = LoggerFactory.getLogger(BudgetWorker.class);
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Executor thread;

    BudgetWorker(Executor thread) {
        this.thread = thread;
    }

    /** Does it and waits; nothing where it could not be done, or not soon. */
    <T> Optional<T> ask(Supplier<T> work) {
        var task = new FutureTask<>(work::get);
        thread.execute(task);
        try {
            return Optional.ofNullable(task.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        } catch (TimeoutException | ExecutionException failed) {
            LOG.warn("The budget of outside calls could not be read: {}", failed.toString());
            return Optional.empty();
        }
    }

    /** Does it some time soon. */
    void later(Runnable work) {
        thread.execute(() -> {
            try {
                work.run();
            } catch (RuntimeException failed) {
                LOG.warn(
                        "What was noticed of an outside system could not be noted, and is noticed again: {}",
                        failed.toString());
            }
        });
    }
}
