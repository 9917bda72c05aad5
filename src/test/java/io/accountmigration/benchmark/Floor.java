package io.accountmigration.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import io.accountmigration.outside.budget.CallBudget;
import io.accountmigration.outside.budget.CallBudgets;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.OpenAccountResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.system.Account;
import io.accountmigration.system.Kind;
import io.accountmigration.system.NewPublishers;
import java.lang.management.ManagementFactory;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.ComponentScan.Filter;
import org.springframework.context.annotation.FilterType;

/**
 * The floor: the same durable steps with the same commits and the same calls to the outside, by hand over JDBC. One row
 * is the case, one the job that is due, and each step leaves one line in a trail. What it does not do is everything else:
 * look who may do it, retry, show, be changed in a model.
 */
final class Floor implements Contender {

    private static final String SCHEMA = """
            create table floor_case (id uuid primary key, publisher_id varchar(100) not null unique,
                owner varchar(320) not null, work_email varchar(320), partner_id varchar(100), tenant_id varchar(100),
                account_id varchar(100), version varchar(200), step varchar(60) not null, state varchar(30) not null,
                since timestamptz not null, verified text);
            create table floor_trail (case_id uuid not null references floor_case, position int not null,
                step varchar(60) not null, at timestamptz not null, primary key (case_id, position));
            create table floor_job (case_id uuid primary key references floor_case, step varchar(60) not null,
                due timestamptz not null);
            create index floor_job_due on floor_job (due);
            create table floor_task (id uuid primary key, case_id uuid not null references floor_case,
                assignee varchar(320) not null);
            create index floor_task_assignee on floor_task (assignee);
            create table floor_sync (publisher_id varchar(100) primary key, account_id varchar(100) not null,
                watermark timestamptz not null, parity text);
            create table floor_link (publisher_id varchar(100), user_id varchar(100), address varchar(320),
                primary key (publisher_id, user_id));
            """;

    /** The outside systems as the program itself reaches them; nothing that other tests find by scanning. */
    @EnableConfigurationProperties
    @ConfigurationPropertiesScan("io.accountmigration.outside")
    @ComponentScan(
            basePackages = "io.accountmigration.outside",
            excludeFilters =
                    @Filter(
                            type = FilterType.REGEX,
                            pattern = {".*Test\\b.*", ".*\\.budget\\..*"}))
    static class Outside {

        @Bean
        Clock clock() {
            return Clock.systemUTC();
        }

        @Bean
        io.micrometer.core.instrument.MeterRegistry meters() {
            return new io.micrometer.core.instrument.simple.SimpleMeterRegistry();
        }

        @Bean
        CallBudget outsideCalls(Clock clock) {
            return CallBudgets.unlimited(clock);
        }
    }

    private final StandIns standIns;
    private final BenchmarkDatabase database = BenchmarkDatabase.start();
    private final Tally tally = new Tally();
    private final AtomicLong cpuNanos = new AtomicLong();
    private final HikariDataSource pool = new HikariDataSource();
    private final javax.sql.DataSource counted = tally.of(pool);
    private final ConfigurableApplicationContext outside;
    private final CloudPartnerPortal portal;
    private final PartnerCenter partnerCenter;
    private final PartnerNetwork network;
    private final TenantDirectory directory;

    Floor(StandIns standIns) {
        this.standIns = standIns;
        pool.setJdbcUrl(database.url());
        pool.setUsername(BenchmarkDatabase.USER);
        pool.setMaximumPoolSize(20);
        database.look().execute(SCHEMA);
        outside = new SpringApplicationBuilder(Outside.class)
                .web(WebApplicationType.NONE)
                .profiles("sandbox")
                .bannerMode(org.springframework.boot.Banner.Mode.OFF)
                .logStartupInfo(false)
                .run("--local.server.port=" + standIns.port());
        portal = outside.getBean(CloudPartnerPortal.class);
        partnerCenter = outside.getBean(PartnerCenter.class);
        network = outside.getBean(PartnerNetwork.class);
        directory = outside.getBean(TenantDirectory.class);
    }

    @Override
    public String name() {
        return "floor";
    }

    @Override
    public List<Account> accounts(int count) {
        return Stream.generate(() -> NewPublishers.of(Kind.CONTOSO))
                .limit(count)
                .map(standIns::create)
                .toList();
    }

    @Override
    public List<Long> migrate(List<Account> accounts, int atOnce) throws Exception {
        var workers = Executors.newFixedThreadPool(atOnce);
        try {
            var walks = accounts.stream()
                    .map(account -> (Callable<Long>) () -> timed(account))
                    .toList();
            var durations = new ArrayList<Long>();
            for (var walk : workers.invokeAll(walks)) {
                durations.add(walk.get());
            }
            return durations;
        } finally {
            workers.shutdownNow();
        }
    }

    private long timed(Account account) {
        var threads = ManagementFactory.getThreadMXBean();
        var cpu = threads.getCurrentThreadCpuTime();
        var begin = System.nanoTime();
        walk(account);
        cpuNanos.addAndGet(threads.getCurrentThreadCpuTime() - cpu);
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    private void walk(Account account) {
        var id = UUID.randomUUID();
        var publisherId = account.publisherId();
        var owner = account.owner();
        inTransaction(sql -> {
            var publisher = portal.find(publisherId).orElseThrow();
            portal.usersOf(publisherId);
            sql.update(
                    "insert into floor_case (id, publisher_id, owner, work_email, partner_id, step, state, since)"
                            + " values (?, ?, ?, ?, ?, 'CHECK_PARTNER_MEMBERSHIP', 'VALIDATING', now())",
                    id,
                    publisherId,
                    owner,
                    owner,
                    publisher.partnerId().orElseThrow());
            sql.update("insert into floor_trail values (?, 1, 'REQUESTED', now())", id);
            sql.update("insert into floor_job values (?, 'CHECK_PARTNER_MEMBERSHIP', now())", id);
        });
        inTransaction(sql -> {
            network.find(account.partnerId()).orElseThrow();
            sql.update("delete from floor_job where case_id = ?", id);
            sql.update("update floor_case set step = 'PROVIDE_WORK_EMAIL', since = now() where id = ?", id);
            sql.update("insert into floor_trail values (?, 2, 'CHECK_PARTNER_MEMBERSHIP', now())", id);
            sql.update("insert into floor_task values (?, ?, ?)", UUID.randomUUID(), id, owner);
        });
        inTransaction(sql -> {
            sql.update("delete from floor_task where case_id = ? and assignee = ?", id, owner);
            sql.update(
                    "update floor_case set work_email = ?, step = 'CHECK_WORK_EMAIL', since = now() where id = ?",
                    account.workEmail(),
                    id);
            sql.update("insert into floor_trail values (?, 3, 'PROVIDE_WORK_EMAIL', now())", id);
            sql.update("insert into floor_job values (?, 'CHECK_WORK_EMAIL', now())", id);
        });
        var tenant = new String[1];
        job(id, 4, "LOCK_PUBLISHER", () -> {
            var kind = (io.accountmigration.partner.AccountKind.Work)
                    directory.kindOf(new EmailAddress(account.workEmail()));
            tenant[0] = kind.tenant().tenantId();
        });
        var locked = new Publisher[1];
        var users = new ArrayList<PublisherUser>();
        job(id, 5, "OPEN_PARTNER_CENTER_ACCOUNT", () -> {
            users.addAll(portal.rosterOf(publisherId).orElseThrow().users());
            var until = Instant.now().plus(20, ChronoUnit.HOURS).truncatedTo(ChronoUnit.SECONDS);
            var locking = (LockResult.Locked) portal.lock(publisherId, until, new RequestKey(id, "LOCK_PUBLISHER", ""));
            locked[0] = locking.publisher().orElseThrow();
        });
        var accountId = new String[1];
        job(
                id,
                6,
                "TRANSFER_SETTINGS",
                () -> accountId[0] = ((OpenAccountResult.Opened) partnerCenter.open(
                                publisherId, account.partnerId(), tenant[0], new RequestKey(id, "OPEN", "")))
                        .account()
                        .accountId());
        job(id, 7, "TRANSFER_USERS", () -> locked[0]
                .settings()
                .forEach((area, settings) -> partnerCenter.putSettings(
                        accountId[0], area, settings, new RequestKey(id, "SETTINGS", area.name()))));
        job(
                id,
                8,
                "VERIFY_MOVE",
                () -> users.forEach(user -> {
                    var adding = partnerCenter.addUser(
                            accountId[0],
                            PartnerRole.counterpartOf(user.role()),
                            user.address(),
                            user.displayName(),
                            new RequestKey(id, "USER", user.address()));
                    if (adding instanceof AddUserResult.Refused) {
                        throw new IllegalStateException(user.address());
                    }
                }));
        job(id, 9, "MAKE_PUBLISHER_READ_ONLY", () -> {
            locked[0].settings().keySet().forEach(area -> partnerCenter.settingsOf(accountId[0], area));
            Stream.of(PartnerRole.MANAGER, PartnerRole.DEVELOPER)
                    .forEach(role -> partnerCenter.usersOf(accountId[0], role));
            portal.rosterOf(publisherId);
        });
        job(
                id,
                10,
                "ACTIVATE",
                () -> portal.switchOver(
                        publisherId,
                        accountId[0],
                        locked[0].version(),
                        new RequestKey(id, "SWITCH", locked[0].version())));
        inTransaction(sql -> {
            partnerCenter.activate(accountId[0], new RequestKey(id, "ACTIVATE", ""));
            partnerCenter.accountOf(publisherId);
            sql.update("delete from floor_job where case_id = ?", id);
            sql.update("update floor_case set step = 'DONE', state = 'MIGRATED', since = now() where id = ?", id);
            sql.update("insert into floor_trail values (?, 11, 'START_USER_SYNC', now())", id);
            sql.update("insert into floor_sync values (?, ?, now(), 'EQUAL')", publisherId, accountId[0]);
            for (var user : users) {
                sql.update("insert into floor_link values (?, ?, ?)", publisherId, user.userId(), user.address());
            }
        });
    }

    /** A step that calls out, and the next one, which is due at once. */
    private void job(UUID id, int position, String next, Runnable call) {
        inTransaction(sql -> {
            call.run();
            sql.update("update floor_job set step = ?, due = now() where case_id = ?", next, id);
            sql.update("update floor_case set step = ?, since = now() where id = ?", next, id);
            sql.update("insert into floor_trail values (?, ?, ?, now())", id, position, next);
        });
    }

    private void inTransaction(Consumer<Statements> work) {
        try (var connection = counted.getConnection()) {
            connection.setAutoCommit(false);
            work.accept(new Statements(connection));
            connection.commit();
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private record Statements(Connection connection) {

        void update(String sql, Object... values) {
            try (var statement = connection.prepareStatement(sql)) {
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 1, values[i]);
                }
                statement.executeUpdate();
            } catch (SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    @Override
    public Counts counts() {
        return tally.counts();
    }

    @Override
    public long cpuMillis() {
        return cpuNanos.get() / 1_000_000;
    }

    @Override
    public BenchmarkDatabase database() {
        return database;
    }

    @Override
    public void close() {
        outside.close();
        pool.close();
        database.close();
    }
}
