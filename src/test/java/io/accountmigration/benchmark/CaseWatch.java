package io.accountmigration.benchmark;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.system.Account;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Tells owners what becomes of their cases. One look is for all of them: the database that is measured must not work for
 * those who wait.
 */
final class CaseWatch implements AutoCloseable {

    private static final long LOOK_MILLIS = 25;

    /** By the key, which has an index. */
    private static final String LOOK = """
            select m.publisher_key, m.state, t.id_ from migration m
            left join act_ru_task t on t.proc_inst_id_ = m.process_instance_id
            where m.publisher_key = any (?)""";

    private final JdbcTemplate database;
    private final Map<String, Wait> waits = new ConcurrentHashMap<>();
    private final ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor();

    /** Where a case stands; {@code taskId} is null where nobody is asked. */
    record Sight(String state, String taskId) {}

    private record Wait(Predicate<Sight> end, CompletableFuture<Sight> seen) {}

    CaseWatch(JdbcTemplate database) {
        this.database = database;
        looks.scheduleWithFixedDelay(this::look, 0, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    String awaitTask(Account account) {
        return await(account, sight -> sight.taskId() != null).taskId();
    }

    void awaitMigrated(Account account) {
        await(account, sight -> sight.state().equals("MIGRATED"));
    }

    private Sight await(Account account, Predicate<Sight> end) {
        var key = Publisher.keyOf(account.publisherId());
        var wait = new Wait(
                end, new CompletableFuture<Sight>().orTimeout(MigratingProgram.PATIENCE.toSeconds(), TimeUnit.SECONDS));
        waits.put(key, wait);
        try {
            return wait.seen().join();
        } catch (CompletionException failed) {
            throw new AssertionError(account + " got no further", failed);
        } finally {
            waits.remove(key);
        }
    }

    private void look() {
        if (waits.isEmpty()) {
            return;
        }
        try {
            database.query(
                    LOOK,
                    row -> {
                        tell(row.getString(1), new Sight(row.getString(2), row.getString(3)));
                    },
                    (Object) waits.keySet().toArray(String[]::new));
        } catch (RuntimeException failed) {
            waits.values().forEach(wait -> wait.seen().completeExceptionally(failed));
        }
    }

    private void tell(String key, Sight sight) {
        var wait = waits.get(key);
        if (wait != null && wait.end().test(sight)) {
            wait.seen().complete(sight);
        }
    }

    @Override
    public void close() {
        looks.shutdownNow();
    }
}
