package io.accountmigration.usersync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import io.accountmigration.publisher.OutsideAllowance;
import io.accountmigration.publisher.OutsideAllowance.Rate;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PollPaceTest {

    private static final Rate ALLOWED = new Rate(450, Duration.ofMinutes(5));
    private static final Rate HUNDREDFOLD = new Rate(45_000, Duration.ofMinutes(5));
    private static final Rate ANY = new Rate(0, Duration.ofMinutes(5));

    @ParameterizedTest
    @CsvSource({"1, PT1M", "10, PT1M", "100, PT8M20S", "1000, PT1H23M20S"})
    void manyAccountsAreReadLessOftenEach(long accounts, Duration interval) {
        assertThat(pace(ALLOWED).interval(accounts)).isEqualTo(interval);
    }

    @Test
    void onePassReadsNoMoreThanItsShare() {
        assertThat(pace(ALLOWED).feedsAPass()).isEqualTo(1);
        assertThat(pace(HUNDREDFOLD).feedsAPass()).isEqualTo(112);
        assertThat(pace(ANY).feedsAPass()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void withoutARateEachFeedIsReadAsOftenAsItIsSet() {
        assertThat(pace(ANY).interval(100_000)).isEqualTo(Duration.ofMinutes(1));
    }

    private static PollPace pace(Rate rate) {
        var settings = mock(SyncSettings.class);
        when(settings.pollInterval()).thenReturn(Duration.ofMinutes(1));
        when(settings.pollTick()).thenReturn(Duration.ofSeconds(5));
        when(settings.pollShare()).thenReturn(15);
        return new PollPace(() -> Map.of(OutsideAllowance.PARTNER_CENTER, rate), settings);
    }
}
