package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.Cases;
import io.accountmigration.system.Fault;
import io.accountmigration.system.Journey;
import io.accountmigration.system.Kind;
import io.accountmigration.system.Task;
import io.accountmigration.system.WholeProgramTest;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/**
 * Partner Center is away for 36 minutes, in three ways, while accounts are followed and others move: one event, which
 * costs nothing but its own length.
 */
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:outage;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=583",
            "user-sync.reconcile-interval=P1D",
            // As in production: what failed before the outage was noticed would sleep for minutes.
            "camunda.bpm.generic-properties.properties.failed-job-retry-time-cycle=PT10S,PT1M,PT10M",
            "outside.read-timeout=1s",
            "outside.budget.probe=PT1S",
        })
@DirtiesContext
class OutageDrillTest extends WholeProgramTest {

    private static final Logger LOG = LoggerFactory.getLogger(OutageDrillTest.class);
    private static final int MANY = 1_000_000;
    private static final String OPERATORS = "operators@account-migration.example";

    @Autowired
    private JdbcTemplate database;

    @Test
    void anOutageOfHalfAnHourIsOneEvent() {
        rehearse(0, 8, Duration.ofMinutes(3));
    }

    @Tag("full")
    @Test
    void anOutageOfHalfAnHourWithAThousandFollowedAccountsIsOneEvent() {
        rehearse(1000, 200, Duration.ofMinutes(30));
    }

    private void rehearse(int more, int moves, Duration patience) {
        for (var i = 0; i < more; i++) {
            sandbox().create(Kind.WOODGROVE);
        }
        var accounts = IntStream.range(0, moves)
                .mapToObj(i -> sandbox().create(Kind.CONTOSO))
                .toList();
        accounts.forEach(account -> cases().start(account).succeeded());
        var tasks = accounts.stream()
                .map(account -> cases().awaitTask(account.owner(), account, Task.PROVIDE_WORK_EMAIL))
                .toList();
        Cases.patiently("moved accounts are followed, and have been compared")
                .atMost(patience)
                .until(() -> followed() > more && toCompare() == 0);
        var followed = followed();
        var compared = comparisons();
        var mails = mails().size();

        sandbox().order(fault("STATUS", 500, 16));
        sandbox().order(fault("RESET", 500, 3));
        sandbox().order(fault("STATUS", 429, MANY));
        IntStream.range(0, moves)
                .forEach(i -> tasks.get(i).complete("workEmail", accounts.get(i).workEmail()));
        Cases.patiently("the outage is noticed, and all moves wait for its end")
                .atMost(patience)
                .until(() -> isDown() && waiting() >= moves);
        for (var phase = 0; phase < 3; phase++) {
            var tried = probes();
            Cases.patiently("the system is tried in vain").until(() -> probes() > tried + 1);
            sandbox().advanceClock("PT12M");
        }
        Cases.patiently("it asks to be left alone").until(() -> calls("throttled") > 0);
        Cases.patiently("the mail that it does not answer").until(() -> mails().size() == mails + 1);
        var incidents = count("select count(*) from act_ru_incident");
        var quarantined = count("select count(*) from user_sync where quarantined_at is not null");
        var demanded = toCompare() + comparisons() - compared;
        sandbox().removeFaults();
        var returned = System.nanoTime();
        Cases.patiently("all work goes on").atMost(patience).until(() -> !isDown() && waiting() == 0);
        accounts.forEach(
                account -> assertThat(new Journey(program(), account).goOn()).isEqualTo("MIGRATED"));
        var seconds = Duration.ofNanos(System.nanoTime() - returned).toSeconds();
        Cases.patiently("the mail that it answers again").until(() -> mails().size() == mails + 2);

        LOG.info(
                "Partner Center away for 36 minutes, {} followed accounts, {} moves: {} mails, {} incidents, {} in quarantine,"
                        + " {} comparisons demanded, all moves ended {} s after its return",
                followed,
                moves,
                mails().size() - mails,
                incidents,
                quarantined,
                demanded,
                seconds);
        assertThat(incidents).isZero();
        assertThat(quarantined).isZero();
        assertThat(demanded).isZero();
        assertThat(mails()).hasSize(mails + 2);
    }

    private static Fault fault(String kind, int status, int times) {
        return new Fault("partner-center", null, "/", kind, status, 0, times);
    }

    private List<?> mails() {
        return sandbox().mailTo(OPERATORS).stream()
                .filter(mail -> mail.path("subject").asText().contains("partner-center"))
                .toList();
    }

    private long followed() {
        return count("select count(*) from user_sync where reconciled_at is not null");
    }

    private long toCompare() {
        return count("select count(*) from user_sync where reconcile_reason is not null");
    }

    /** Comparisons that have been made, of accounts that were followed before. */
    private long comparisons() {
        return count("select count(distinct reconciled_at) from user_sync");
    }

    private boolean isDown() {
        return count("select count(*) from outside_rate where down") > 0;
    }

    private long waiting() {
        return count("select count(*) from outside_waiting");
    }

    private double probes() {
        return figure("outside.calls.made?tag=system:partner-center");
    }

    private double calls(String outcome) {
        return figure("outside.calls?tag=system:partner-center&tag=outcome:" + outcome);
    }

    /** A figure is not there before there was something to count. */
    private double figure(String name) {
        var answer = as("admin").get("/actuator/metrics/" + name);
        return answer.status() == 404
                ? 0
                : answer.succeeded().json().at("/measurements/0/value").asDouble();
    }

    private long count(String query) {
        return database.queryForObject(query, Long.class);
    }
}
