package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.AccountMigrationApplication;
import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.Journey;
import io.accountmigration.system.Kind;
import io.accountmigration.system.OneProgramAtATime;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The database is lost and restored from a backup that was made under load, while the outside systems have gone on: their
 * data is kept apart and outlives the program.
 */
class RestoreTest {

    private static final String MOVED_IN = "select count(*) from migration where state = 'MIGRATED'";

    private final ExecutorService owners = Executors.newFixedThreadPool(6);
    private final String outside = "jdbc:h2:mem:outside-" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000";
    private EmbeddedPostgres server;
    private ConfigurableApplicationContext running;

    @BeforeEach
    void start() throws IOException {
        OneProgramAtATime.endTheLast();
        server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).start();
        run();
    }

    @AfterEach
    void stop() throws IOException {
        owners.shutdownNow();
        running.close();
        server.close();
    }

    @Test
    void whatHasMovedSinceTheBackupIsAdoptedAndNobodyIsAskedAgain() throws Exception {
        var early = create(4);
        var atThatMoment = create(8);
        var later = create(12);
        var unknown = create(4);
        await(walk(early));
        startAll(Stream.concat(atThatMoment.stream(), later.stream()).toList());
        var walking = walk(atThatMoment);
        await(walking.subList(0, 1));
        var backup = Backup.of(server.getPostgresDatabase());
        var movedInBackup = look().queryForObject(MOVED_IN, Long.class);
        await(walking);
        await(walk(later));
        await(walk(unknown));
        var all = Stream.of(early, atThatMoment, later, unknown)
                .flatMap(List::stream)
                .toList();
        all.forEach(this::awaitParity);

        running.close();
        backup.restoreTo(server.getPostgresDatabase());
        var movedAfterwards = 24 - look().queryForObject(MOVED_IN, Long.class);
        var tasksBefore = tasks();
        run();

        var known = Stream.of(early, atThatMoment, later).flatMap(List::stream).toList();
        known.forEach(account -> cases().awaitState(account, "MIGRATED"));
        all.forEach(this::awaitParity);
        var deleted = all.stream().mapToLong(this::accountsDeleted).sum();
        var asked = tasks() - tasksBefore;
        System.out.printf(
                "restore rehearsal: %d cases, %d moved when the backup was begun, %d moved after it and %d unknown to"
                        + " it; after the restore: %d adopted, %d past the point of no return and finished, %d accounts"
                        + " deleted, %d owners asked again, parity equal for %d of %d%n",
                known.size(),
                movedInBackup,
                movedAfterwards,
                unknown.size(),
                adopted(),
                movedAfterwards - adopted(),
                deleted,
                asked,
                all.size(),
                all.size());
        assertThat(movedAfterwards).isGreaterThanOrEqualTo(later.size());
        assertThat(adopted()).isBetween((long) later.size(), movedAfterwards);
        assertThat(deleted).isZero();
        assertThat(asked).isZero();
        assertThat(look().queryForObject("select count(*) from act_ru_task", Long.class))
                .isZero();
        assertThat(look().queryForObject("select count(*) from act_ru_incident", Long.class))
                .isZero();
        for (var account : all) {
            var sheet = sandbox().account(account.publisherId());
            assertThat(sheet.partnerCenterState()).isEqualTo("ACTIVE");
            assertThat(sheet.portalStatus()).isEqualTo("READ_ONLY");
            // On a busy machine the portal may not answer in time: that says nothing, and the caller repeats the call.
            var answer = Cases.patiently("a start is answered")
                    .until(
                            () -> cases().startOverApi("service", account.publisherId(), account.owner())
                                    .code(),
                            code -> !code.equals("OUTSIDE_UNAVAILABLE"));
            assertThat(answer).isEqualTo("ALREADY_MIGRATED");
        }
    }

    private long accountsDeleted(Account account) {
        return sandbox().writes(account.publisherId()).stream()
                .filter(write -> write.path("method").asText().equals("DELETE"))
                .filter(write -> write.path("path").asText().matches(".*/accounts/[^/]+"))
                .count();
    }

    private long adopted() {
        return look().queryForObject("select count(*) from migration where adopted_at is not null", Long.class);
    }

    /** How many tasks there have been for owners. */
    private long tasks() {
        return look().queryForObject(
                        "select count(*) from act_hi_actinst where act_type_ = 'userTask' and proc_def_key_ ="
                                + " 'account-migration'",
                        Long.class);
    }

    private void awaitParity(Account account) {
        Cases.patiently("the users of " + account.publisherId() + " are in step")
                .until(() -> sync(account).path("parity").path("equal").asBoolean());
    }

    private JsonNode sync(Account account) {
        return program()
                .as("operator")
                .get("/api/publishers/" + account.publisherId() + "/user-sync")
                .json();
    }

    private List<Account> create(int accounts) {
        var kinds = List.of(Kind.CONTOSO, Kind.ADVENTURE_WORKS, Kind.FABRIKAM, Kind.TAILSPIN);
        return Stream.iterate(0, number -> number < accounts, number -> number + 1)
                .map(number -> sandbox().create(kinds.get(number % kinds.size())))
                .toList();
    }

    private void startAll(List<Account> accounts) {
        accounts.forEach(account -> cases().start(account).succeeded());
    }

    private List<Future<String>> walk(List<Account> accounts) {
        var walks = new ArrayList<Future<String>>();
        for (var account : accounts) {
            Callable<String> walk = () -> {
                var journey = new Journey(program(), account);
                return cases().instances(account.publisherId()) == 0 ? journey.walk() : journey.goOn();
            };
            walks.add(owners.submit(walk));
        }
        return walks;
    }

    private static void await(List<Future<String>> walks) throws Exception {
        for (var walk : walks) {
            assertThat(walk.get()).isEqualTo("MIGRATED");
        }
    }

    private JdbcTemplate look() {
        return new JdbcTemplate(server.getPostgresDatabase());
    }

    private void run() {
        running = new SpringApplicationBuilder(AccountMigrationApplication.class)
                .profiles("sandbox")
                .run(
                        "--server.port=0",
                        "--spring.datasource.url=" + server.getJdbcUrl("postgres", "postgres"),
                        "--spring.datasource.username=postgres",
                        "--sandbox.allow-shared=true",
                        "--sandbox.datasource-url=" + outside,
                        "--user-sync.wake-interval=PT1S",
                        "--camunda.bpm.job-execution.wait-time-in-millis=50",
                        "--camunda.bpm.job-execution.max-wait=200");
    }

    private Program program() {
        return new Program("http://127.0.0.1:" + running.getEnvironment().getProperty("local.server.port"));
    }

    private Sandbox sandbox() {
        return new Sandbox(program().as("admin"));
    }

    private Cases cases() {
        return new Cases(program());
    }
}
