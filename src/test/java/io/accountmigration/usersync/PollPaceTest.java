package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import java.time.Duration;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPaceTest {

    private static final double ALLOWED = 450 / 300.0;

    @ParameterizedTest
    @CsvSource({"1, PT1M", "10, PT1M", "100, PT8M20S", "1000, PT1H23M20S"})
    void manyAccountsAreReadLessOftenEach(long accounts, Duration interval) {
        assertThat(pace(OptionalDouble.of(ALLOWED)).interval(accounts)).isEqualTo(interval);
    }

    @Test
    void onePassReadsNoMoreThanItsShare() {
        assertThat(pace(OptionalDouble.of(ALLOWED)).feedsAPass()).isEqualTo(1);
        assertThat(pace(OptionalDouble.of(100 * ALLOWED)).feedsAPass()).isEqualTo(112);
        assertThat(pace(OptionalDouble.empty()).feedsAPass()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void withoutARateEachFeedIsReadAsOftenAsItIsSet() {
        assertThat(pace(OptionalDouble.empty()).interval(100_000)).isEqualTo(Duration.ofMinutes(1));
    }

    private static PollPace pace(OptionalDouble perSecond) {
        var settings = mock(SyncSettings.class);
        when(settings.pollInterval()).thenReturn(Duration.ofMinutes(1));
        when(settings.pollTick()).thenReturn(Duration.ofSeconds(5));
        when(settings.pollShare()).thenReturn(15);
        return new PollPace(system -> perSecond, settings);
    }
}
