package io.accountmigration.crash;

import io.accountmigration.system.Account;
import io.accountmigration.system.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.springframework.dao.DataAccessException;

/**
 * People who start migrations and do what is asked of them, at any node, and come back when nobody answers. Whether
 * something is asked they see in the database, since every look over HTTP would cost a check of a password.
 */
final class Owners implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final String OVER = "('MIGRATED', 'CANCELLED', 'EXPIRED', 'REVERTED')";

    /** An open task. */
    private record Asked(String taskId, String what) {}

    private final Cluster cluster;
    private final Callers callers;
    private final ExecutorService people = Executors.newFixedThreadPool(8);

    Owners(Cluster cluster) {
        this.cluster = cluster;
        this.callers = new Callers(cluster::endpoints);
    }

    /** Starts the migration; a repetition of a start whose response was lost gets 409. */
    Future<?> start(Account account) {
        var body = Map.of(
                "businessKey",
                account.publisherId(),
                "variables",
                Map.of("requestedBy", Map.of("value", account.owner(), "type", "String")));
        return people.submit(() -> {
            var reply = callers.insist(
                    "service",
                    service -> service.post("/engine-rest/process-definition/key/account-migration/start", body));
            require(reply.status() == 200 || reply.code().equals("ALREADY_RUNNING"), reply);
        });
    }

    /** Does everything that the case asks until it is over. */
    Future<?> walk(Account account) {
        return people.submit(() -> Awaitility.await(account.publisherId() + " comes to its end")
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> {
                    asked(account).ifPresent(asked -> answer(account, asked));
                    return isOver(account);
                }));
    }

    private void answer(Account account, Asked asked) {
        var inputs =
                switch (asked.what()) {
                    case "userTask_provideWorkEmail" -> Map.of("workEmail", account.workEmail());
                    case "userTask_enrolInPartnerNetwork" -> Map.of("partnerId", account.partnerId());
                    case "userTask_confirmWorkEmail" ->
                        cluster.mailbox()
                                .codeFor(account.workEmail())
                                .map(code -> Map.of("confirmationCode", code))
                                .orElse(null);
                    default -> throw new AssertionError("unknown task " + asked.what());
                };
        if (inputs == null) {
            return;
        }
        var variables = Map.of("variables", typed(inputs));
        var reply = callers.insist(
                account.owner(), owner -> owner.post("/engine-rest/task/" + asked.taskId() + "/complete", variables));
        // Completed already, by the call before whose answer was lost.
        require(reply.status() == 204 || reply.status() == 404, reply);
    }

    private static Map<String, Object> typed(Map<String, String> inputs) {
        var name = inputs.keySet().iterator().next();
        return Map.of(name, Map.of("value", inputs.get(name), "type", "String"));
    }

    private static void require(boolean holds, Reply reply) {
        if (!holds) {
            throw new AssertionError(reply.toString());
        }
    }

    private Optional<Asked> asked(Account account) {
        return look(
                        "select t.id_, t.task_def_key_ from act_ru_task t"
                                + " join migration m on m.process_instance_id = t.proc_inst_id_"
                                + " where m.publisher_key = ?",
                        account)
                .stream()
                .findFirst();
    }

    private List<Asked> look(String query, Account account) {
        try {
            return cluster.database()
                    .look()
                    .query(
                            query,
                            (row, number) -> new Asked(row.getString(1), row.getString(2)),
                            account.publisherId().toLowerCase(java.util.Locale.ROOT));
        } catch (DataAccessException away) {
            return List.of();
        }
    }

    private boolean isOver(Account account) {
        return !look(
                        "select publisher_key, state from migration where state in " + OVER + " and publisher_key = ?",
                        account)
                .isEmpty();
    }

    /** How many cases are over. */
    long over() {
        try {
            return cluster.database()
                    .look()
                    .queryForObject("select count(*) from migration where state in " + OVER, Long.class);
        } catch (DataAccessException away) {
            return 0;
        }
    }

    @Override
    public void close() {
        people.shutdownNow();
    }
}
