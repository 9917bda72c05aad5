package io.accountmigration.ports;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.RequestKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What scenarios rest on: a lock is a lease in memory as well. */
class InMemoryPortalTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Instant END = NOW.plus(Duration.ofHours(20));
    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-000000000001");
    private static final RequestKey KEY = RequestKey.of(CASE, "lock");
    private static final RequestKey OTHER =
            RequestKey.of(UUID.fromString("00000000-0000-0000-0000-000000000002"), "lock");

    private final AdjustableClock clock = new AdjustableClock(Clock.fixed(NOW, ZoneOffset.UTC));
    private final InMemoryPortal portal = new InMemoryPortal(clock);

    @BeforeEach
    void lock() {
        portal.add("contoso", Optional.of("1000"), "owner@contoso.com");
        assertThat(portal.lock("contoso", END, KEY)).isInstanceOf(LockResult.Locked.class);
    }

    @Test
    void aLockIsHeldUntilItsEndAndNotAtIt() {
        clock.advance(Duration.ofHours(20).minusNanos(1));
        assertThat(portal.isLockedBy("Contoso", CASE)).isTrue();
        assertThat(portal.publisher("contoso").status()).isEqualTo(PublisherStatus.LOCKED);

        clock.advance(Duration.ofNanos(1));
        assertThat(portal.isLockedBy("contoso", CASE)).isFalse();
        assertThat(portal.publisher("contoso").status()).isEqualTo(PublisherStatus.ACTIVE);
    }

    @Test
    void anotherCaseGetsTheLockOnceItHasEnded() {
        assertThat(portal.lock("contoso", END, OTHER)).isInstanceOf(LockResult.Refused.class);

        clock.advance(Duration.ofHours(20));

        assertThat(portal.lock("contoso", END.plus(Duration.ofHours(20)), OTHER))
                .isInstanceOf(LockResult.Locked.class);
        portal.unlock("contoso", KEY);
        assertThat(portal.find("contoso").orElseThrow().lockedBy())
                .hasValue(OTHER.caseId().toString());
    }

    @Test
    void whoHoldsTheLockMovesItsEnd() {
        portal.lock("contoso", NOW.plus(Duration.ofHours(1)), KEY);

        clock.advance(Duration.ofHours(1));

        assertThat(portal.find("contoso").orElseThrow().lockedBy()).isEmpty();
    }

    @Test
    void aLockEndsWithTheSwitch() {
        portal.switchOver("contoso", "pc-contoso", "1", KEY);

        assertThat(portal.publisher("contoso").status()).isEqualTo(PublisherStatus.READ_ONLY);
        assertThat(portal.publisher("contoso").lockedBy()).isEmpty();
    }
}
