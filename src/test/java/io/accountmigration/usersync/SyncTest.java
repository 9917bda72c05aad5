package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.FeedRecord;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.comparison.ReconcileUsers;
import io.accountmigration.usersync.cycle.ApplyChanges;
import io.accountmigration.usersync.cycle.MapRoles;
import io.accountmigration.usersync.cycle.NextStep;
import io.accountmigration.usersync.cycle.RecordOutcome;
import io.accountmigration.usersync.cycle.ValidateChanges;
import io.accountmigration.usersync.operations.DecideRemovals;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.UserSyncOutcome;
import io.accountmigration.usersync.operations.UserSyncView;
import io.accountmigration.usersync.operations.ViewUserSync;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs the sync step by step on PostgreSQL, between portals held in memory. */
@SpringBootTest(
        classes = UserSyncTestApplication.class,
        webEnvironment = WebEnvironment.NONE,
        properties = {
            "user-sync.settle=PT0S",
            "user-sync.lag=PT0S",
            "user-sync.forced-interval=PT0S",
            "user-sync.retry=PT1S",
            "user-sync.removals.everywhere.max-count=1000",
            "user-sync.removals.everywhere.max-count-per-day=1000",
            "spring.jpa.hibernate.ddl-auto=validate",
            "spring.jpa.properties.hibernate.jdbc.batch_size=50",
            "spring.flyway.locations=classpath:db/migration",
        })
@ActiveProfiles("sync-test")
@ContextConfiguration(initializers = SyncDatabase.class)
abstract class SyncTest {

    private static final AtomicInteger PUBLISHERS = new AtomicInteger();

    @Autowired
    AdjustableClock clock;

    @Autowired
    NewPortal partnerCenter;

    @Autowired
    OldPortal portal;

    @Autowired
    WorkDirectory directory;

    @Autowired
    Instances instances;

    @Autowired
    ToldAlerts alerts;

    @Autowired
    UserSyncs userSyncs;

    @Autowired
    StartUserSync startUserSync;

    @Autowired
    AcceptUserChange acceptUserChange;

    @Autowired
    PollUserChanges pollUserChanges;

    @Autowired
    StartDueUserSyncs startDueUserSyncs;

    @Autowired
    ReconcileUsers reconcileUsers;

    @Autowired
    ValidateChanges validateChanges;

    @Autowired
    MapRoles mapRoles;

    @Autowired
    ApplyChanges applyChanges;

    @Autowired
    RecordOutcome recordOutcome;

    @Autowired
    RequestReconciliation requestReconciliation;

    @Autowired
    DecideRemovals decideRemovals;

    @Autowired
    ViewUserSync viewUserSync;

    @Autowired
    TransactionTemplate transaction;

    String publisherId;

    @BeforeEach
    void nameThePublisher() {
        publisherId = "publisher-" + PUBLISHERS.incrementAndGet();
    }

    @BeforeEach
    void letThePortalsBePolite() {
        alerts.told.clear();
        partnerCenter.bePolite();
        portal.bePolite();
        directory.isDown(false);
        directory.takes(Duration.ZERO);
    }

    /** Somebody who owns the publisher on both sides from the beginning. */
    void haveAnOwner() {
        portal.edit(publisherId, "u-boss", "boss@example.com", PublisherRole.OWNER);
        partnerCenter.put(publisherId, "boss", "boss@example.com", Set.of("Manager"), Duration.ZERO);
    }

    PublisherUser entry(String userId) {
        return portal.users(publisherId).get(userId);
    }

    void requireEqual() {
        assertThat(inPortal()).isEqualTo(inPartnerCenter());
        assertThat(view().parity().equal()).isTrue();
        assertThat(view().state()).isEqualTo(UserSyncView.State.IN_STEP);
    }

    /** Begins to keep the publisher in step, and does what is due. */
    void begin() {
        startUserSync.startFor(publisherId, publisherId, clock.instant());
        work();
        clock.advance(Duration.ofSeconds(1));
    }

    UserSyncView view() {
        return viewUserSync.of(publisherId).orElseThrow();
    }

    void poll() {
        pollUserChanges.poll(publisherId);
    }

    void pollAndWork() {
        poll();
        work();
    }

    /** Lets the instance of the publisher run to its end, where there is one. */
    void work() {
        while (instances.isRunning(publisherId)) {
            go();
        }
    }

    /** One job of the instance, and where it leads to. */
    void go() {
        go(publisherId);
    }

    void go(String publisher) {
        var next = transaction.execute(status -> {
            var cycle = validateChanges.validate(publisher);
            mapRoles.map(cycle);
            applyChanges.apply(cycle);
            var step = recordOutcome.record(cycle);
            if (step == NextStep.END) {
                instances.end(publisher);
            }
            return step;
        });
        if (next == NextStep.RECONCILE) {
            transaction.executeWithoutResult(status -> {
                if (!reconcileUsers.reconcile(publisher)) {
                    instances.end(publisher);
                }
            });
        }
    }

    /** As much time passes as any retry may take, and what is due is woken. */
    void later(Duration time) {
        clock.advance(time);
        // Those of other tests may be due, too, and come first.
        for (var due = startDueUserSyncs.findDueAfter("");
                !due.isEmpty();
                due = startDueUserSyncs.findDueAfter(due.get(due.size() - 1))) {
            due.stream().filter(publisherId::equals).forEach(startDueUserSyncs::wake);
        }
        work();
    }

    FeedRecord add(String userId, String role) {
        return partnerCenter.put(publisherId, userId, userId + "@example.com", Set.of(role), Duration.ZERO);
    }

    FeedRecord remove(String userId) {
        return partnerCenter.remove(publisherId, userId, Duration.ZERO);
    }

    void push(FeedRecord record) {
        acceptUserChange.accept(publisherId, pushed(record));
    }

    static IncomingChange pushed(FeedRecord record) {
        var user = record.user().orElseThrow();
        var operation = record.operation().startsWith("remove")
                ? ChangeOperation.REMOVE
                : record.operation().startsWith("create") ? ChangeOperation.ADD : ChangeOperation.CHANGE_ROLE;
        return new IncomingChange(
                record.changeId(),
                record.occurredAt(),
                user.userId(),
                user.userPrincipalName(),
                user.displayName(),
                operation,
                operation.name(),
                user.roles());
    }

    static IncomingChange withRoles(IncomingChange told, Set<String> roles) {
        return new IncomingChange(
                told.changeId(),
                told.occurredAt(),
                told.userId(),
                told.userPrincipalName(),
                told.displayName(),
                told.operation(),
                told.operationName(),
                roles);
    }

    /** Has one user looked up, by an id or the address, and put right. */
    UserSyncOutcome lookUp(String user) {
        var change = requestReconciliation.ofUser(publisherId, user);
        work();
        return requestReconciliation.outcomeOf(publisherId, change).orElseThrow();
    }

    /** The portal's active users, as lines. */
    List<String> inPortal() {
        return lines(portal.users(publisherId).values().stream()
                .filter(PublisherUser::active)
                .map(user -> Parity.line(user.address(), user.role())));
    }

    /** Partner Center's users with a role that counts, as lines. */
    List<String> inPartnerCenter() {
        return lines(partnerCenter.users(publisherId).values().stream()
                .filter(user -> mapRoles.of(user.roles()).role() != null)
                .map(this::line));
    }

    private String line(AccountUser user) {
        return Parity.line(user.userPrincipalName(), mapRoles.of(user.roles()).role());
    }

    private static List<String> lines(Stream<String> lines) {
        return lines.sorted().toList();
    }
}
