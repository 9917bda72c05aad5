package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.Seed;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.FeedRecord;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.OldPortal.Crash;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever the order in which changes, pushes, polls, repetitions, failures and crashes come: in the end the portal is
 * what Partner Center is, no write had its effect twice, and no publisher ever lost its last owner.
 */
@TestPropertySource(
        properties = {
            "user-sync.quarantine.after=1000",
            "user-sync.removals.max-count=1000",
            "user-sync.removals.max-count-per-day=1000",
            "user-sync.removals.max-percentage=100",
            "user-sync.removals.never=1000",
        })
class InterleavingsTest extends SyncTest {

    private static final Logger LOG = LoggerFactory.getLogger(InterleavingsTest.class);
    private static final List<String> ROLES = List.of("Manager", "Developer", "Owner", "Marketer");
    private static final int STEPS = 16;

    private Random random;
    private List<FeedRecord> unpushed;
    private List<FeedRecord> pushed;
    private boolean isPolite;

    @Test
    void aSampleOfInterleavingsEndsInStep() {
        play(150, Seed.ofThisRun());
    }

    @Tag("full")
    @Test
    void tenThousandInterleavingsEndInStep() {
        play(10_000, Seed.ofThisRun());
    }

    private void play(int interleavings, long seed) {
        LOG.info("{} interleavings with -Dseed={}", interleavings, seed);
        for (var number = 0; number < interleavings; number++) {
            // Each has a seed of its own, so that a failing one can be played alone.
            play(seed + number);
        }
        LOG.info("{} interleavings, {} writes, no violation", interleavings, portal.writes());
    }

    private void play(long seed) {
        random = new Random(seed);
        publisherId = "p" + Long.toHexString(seed);
        unpushed = new ArrayList<>();
        pushed = new ArrayList<>();
        var log = new ArrayList<String>();
        try {
            portal.edit(publisherId, "u0", address("user", 0), PublisherRole.OWNER);
            partnerCenter.put(publisherId, "id0", address("user", 0), Set.of("Manager"), Duration.ZERO);
            isPolite = random.nextInt(3) == 0;
            portal.enforce(isPolite ? OldPortal.Uniqueness.NONE : OldPortal.Uniqueness.values()[random.nextInt(3)]);
            partnerCenter.listsLag(this::listsLag);
            startUserSync.startFor(publisherId, publisherId, clock.instant());
            for (var step = 0; step < STEPS; step++) {
                log.add(step());
            }
            comeToRest();
        } catch (RuntimeException broken) {
            throw new AssertionError("-Dseed=" + seed + " " + log, broken);
        }
        assertThat(portal.violations()).as("-Dseed=" + seed + " " + log).isEmpty();
        requireInStep("-Dseed=" + seed + " " + log);
    }

    private String step() {
        return switch (random.nextInt(16)) {
            case 0, 1, 2 -> edit();
            case 3 -> drop();
            case 4, 5 -> pushSomething();
            case 6 -> {
                poll();
                yield "poll";
            }
            case 7, 8 -> job();
            case 9 -> trouble();
            case 10 -> {
                var time = Duration.ofSeconds(random.nextInt(1200));
                clock.advance(time);
                yield "wait " + time;
            }
            case 11 -> swap();
            case 12 -> makeAnew();
            case 13 -> {
                var user = "id" + random.nextInt(5);
                requestReconciliation.ofUser(publisherId, user);
                yield "look up " + user;
            }
            case 14 -> {
                requestReconciliation.ofAll(publisherId);
                yield "compare";
            }
            default -> {
                startDueUserSyncs.wake(Publisher.keyOf(publisherId));
                yield "wake";
            }
        };
    }

    private String edit() {
        var number = random.nextInt(5);
        var name = random.nextInt(4) == 0 ? "renamed" + random.nextInt(3) : "user";
        var roles = Set.of(ROLES.get(random.nextInt(ROLES.size())));
        var userId = "id" + number;
        if (partnerCenter.users(publisherId).values().stream()
                .anyMatch(other -> !other.userId().equals(userId)
                        && other.userPrincipalName().equals(address(name, number)))) {
            return "the address is somebody else's";
        }
        unpushed.add(partnerCenter.put(publisherId, userId, address(name, number), roles, lag()));
        return "edit " + number + " " + name + " " + roles;
    }

    /** Two users have each other's address from now on. */
    private String swap() {
        var present = List.copyOf(partnerCenter.users(publisherId).values());
        if (present.size() < 2) {
            return "nobody to swap";
        }
        var one = present.get(random.nextInt(present.size()));
        var other = present.get(random.nextInt(present.size()));
        readdress(one, other.userPrincipalName());
        readdress(other, one.userPrincipalName());
        return "swap " + one.userId() + " " + other.userId();
    }

    private void readdress(AccountUser user, String address) {
        unpushed.add(partnerCenter.put(publisherId, user.userId(), address, user.roles(), lag()));
    }

    /** Somebody is removed, and there again under another id with the same address. */
    private String makeAnew() {
        var present = List.copyOf(partnerCenter.users(publisherId).values());
        if (present.isEmpty()) {
            return "nobody to make anew";
        }
        var user = present.get(random.nextInt(present.size()));
        unpushed.add(partnerCenter.remove(publisherId, user.userId(), lag()));
        unpushed.add(
                partnerCenter.put(publisherId, user.userId() + "n", user.userPrincipalName(), user.roles(), lag()));
        return "make anew " + user.userId();
    }

    /** Each name in a domain of its own: users of one domain that all go together would wait for an operator. */
    private static String address(String name, int number) {
        return "user" + number + "@" + name + number + ".example";
    }

    private String drop() {
        var present = List.copyOf(partnerCenter.users(publisherId).keySet());
        if (present.isEmpty()) {
            return "nobody to drop";
        }
        var userId = present.get(random.nextInt(present.size()));
        unpushed.add(partnerCenter.remove(publisherId, userId, lag()));
        return "drop " + userId;
    }

    /** How old what lists show of a user is, at each reading. */
    Duration listsLag() {
        return Duration.ZERO;
    }

    final Random random() {
        return random;
    }

    private Duration lag() {
        return random.nextInt(3) == 0 ? Duration.ofMinutes(random.nextInt(60)) : Duration.ZERO;
    }

    private String pushSomething() {
        var again = random.nextInt(4) == 0 && !pushed.isEmpty();
        var from = again || unpushed.isEmpty() ? pushed : unpushed;
        if (from.isEmpty()) {
            return "nothing to push";
        }
        var record = from.get(random.nextInt(from.size()));
        push(record);
        unpushed.remove(record);
        pushed.add(record);
        return "push " + record.changeId();
    }

    private String job() {
        if (!instances.isRunning(publisherId)) {
            return "no job";
        }
        try {
            go();
            return "job";
        } catch (Crash crash) {
            return "job crashed";
        }
    }

    private String trouble() {
        if (random.nextBoolean()) {
            var next = NewPortal.Trouble.values()[random.nextInt(NewPortal.Trouble.values().length)];
            partnerCenter.failNextReading(next);
            return "feed " + next;
        }
        var next = OldPortal.Trouble.values()[random.nextInt(OldPortal.Trouble.values().length)];
        portal.failNextWrite(next);
        return "write " + next;
    }

    /** All that lags arrives, nothing fails any more, and everything that is due is done. */
    private void comeToRest() {
        portal.failNextWrite(null);
        partnerCenter.failNextReading(null);
        if (inPartnerCenter().stream().noneMatch(line -> line.endsWith(";owner")) && !isPolite) {
            // An owner who is held keeps his address as well, which then nobody else can get.
            partnerCenter.put(publisherId, "chief", "chief@chief.example", Set.of("Manager"), Duration.ZERO);
        }
        clock.advance(Duration.ofMinutes(61));
        pollAndWork();
        for (var round = 0; round < 6; round++) {
            clock.advance(Duration.ofMinutes(30));
            startDueUserSyncs.wake(Publisher.keyOf(publisherId));
            work();
            if (!view().stagedRemovals().isEmpty()) {
                // Two entries of one domain that go together look like a tenant's removal.
                decideRemovals.approve(publisherId, Instant.MAX, "operator", "they are the same person");
                work();
            }
        }
    }

    private void requireInStep(String what) {
        if (partnerCenter.users(publisherId).isEmpty()) {
            // Not believed: an account without any user is a broken answer.
            return;
        }
        var wanted = inPartnerCenter();
        if (wanted.stream().anyMatch(line -> line.endsWith(";owner"))) {
            assertThat(inPortal()).as(what).isEqualTo(wanted);
            assertThat(view().parity().equal()).as(what).isTrue();
        } else {
            // The last owner stays as he was until there is another.
            var held = view().held().stream().map(change -> change.userId()).toList();
            assertThat(held).as(what).hasSizeLessThanOrEqualTo(1);
            var others = partnerCenter.users(publisherId).values().stream()
                    .filter(user -> !held.contains(user.userId()))
                    .filter(user -> mapRoles.of(user.roles()).role() != null)
                    .map(user -> Parity.line(
                            user.userPrincipalName(), mapRoles.of(user.roles()).role()))
                    .toList();
            assertThat(inPortal()).as(what).containsAll(others).hasSize(others.size() + held.size());
        }
        assertThat(view().pending()).as(what).isZero();
    }
}
