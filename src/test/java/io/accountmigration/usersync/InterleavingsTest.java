package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.Seed;
import io.accountmigration.partner.FeedRecord;
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
        return switch (random.nextInt(12)) {
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
            default -> {
                startDueUserSyncs.wake(UserSync.keyOf(publisherId));
                yield "wake";
            }
        };
    }

    private String edit() {
        var number = random.nextInt(5);
        var name = random.nextInt(4) == 0 ? "renamed" + random.nextInt(3) : "user";
        var roles = Set.of(ROLES.get(random.nextInt(ROLES.size())));
        unpushed.add(partnerCenter.put(publisherId, "id" + number, address(name, number), roles, lag()));
        return "edit " + number + " " + name + " " + roles;
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
        clock.advance(Duration.ofMinutes(61));
        poll();
        work();
        for (var round = 0; round < 3; round++) {
            clock.advance(Duration.ofMinutes(30));
            startDueUserSyncs.wake(UserSync.keyOf(publisherId));
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
