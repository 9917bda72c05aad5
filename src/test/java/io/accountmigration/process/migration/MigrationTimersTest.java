package io.accountmigration.process.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.accountmigration.migration.MigrationSettings;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MigrationTimersTest {

    @Test
    void aMoveIsGivenUpBeforeItsLockEnds() {
        assertThat(timers(Duration.ofMinutes(61)).getLockCap()).isEqualTo("PT1M");
    }

    @ParameterizedTest
    @ValueSource(longs = {60, 59, 0, -1})
    void aLockThatLeavesNoTimeForAMoveIsRefused(long minutes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> timers(Duration.ofMinutes(minutes)))
                .withMessageContaining("migration.lock");
    }

    private static MigrationTimers timers(Duration lock) {
        var any = Duration.ofHours(1);
        return new MigrationTimers(
                new MigrationTimers.Settings(any, any, Duration.ofHours(1), any),
                new MigrationSettings(any, lock, any, any, 1, 1));
    }
}
