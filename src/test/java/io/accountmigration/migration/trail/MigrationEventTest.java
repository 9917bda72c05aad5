package io.accountmigration.migration.trail;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.migration.Actor;
import io.accountmigration.migration.Migration;
import io.accountmigration.migration.MigrationTest;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MigrationEventTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00.123456789Z");

    private final Migration migration = MigrationTest.claim();

    @Test
    void aLineFollowsTheOneBeforeAndNoOther() {
        var first = line(1, "CHECK_WORK_EMAIL", TrailEnd.startOf(migration.id()));
        var second = line(2, "LOCK_PUBLISHER", first.hash());

        assertThat(first.follows(TrailEnd.startOf(migration.id()))).isTrue();
        assertThat(second.follows(first.hash())).isTrue();
        assertThat(second.follows(TrailEnd.startOf(migration.id()))).isFalse();
    }

    @Test
    void anotherSubjectPositionOrActorIsAnotherHash() {
        var line = line(1, "CHECK_WORK_EMAIL", TrailEnd.startOf(migration.id()));

        assertThat(line.hash())
                .isNotEqualTo(line(2, "CHECK_WORK_EMAIL", TrailEnd.startOf(migration.id()))
                        .hash())
                .isNotEqualTo(line(1, "LOCK_PUBLISHER", TrailEnd.startOf(migration.id()))
                        .hash())
                .isNotEqualTo(new MigrationEvent(
                                migration,
                                1,
                                MigrationEvent.Type.STEP_DONE,
                                "CHECK_WORK_EMAIL",
                                Actor.person("owner@contoso.com"),
                                NOW,
                                TrailEnd.startOf(migration.id()))
                        .hash());
    }

    @Test
    void theTimeIsKeptAsPreciselyAsDatabasesDo() {
        assertThat(line(1, "X", "").at()).isEqualTo(Instant.parse("2026-03-02T09:00:00.123456Z"));
    }

    @Test
    void aPersonIsNamedByAnIdThatIsNoAddressAndAlwaysTheSame() {
        assertThat(Actor.person("Owner@contoso.com"))
                .isEqualTo(Actor.person("owner@contoso.com"))
                .isNotEqualTo(Actor.person("co-owner@contoso.com"))
                .extracting(Actor::id)
                .asString()
                .doesNotContain("@");
    }

    private MigrationEvent line(int position, String subject, String last) {
        return new MigrationEvent(
                migration, position, MigrationEvent.Type.STEP_DONE, subject, Actor.PROCESS, NOW, last);
    }
}
