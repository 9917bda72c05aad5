package io.accountmigration.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.program.AdjustableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RecentValuesTest {

    private final AdjustableClock clock =
            new AdjustableClock(Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC));
    private final RecentValues<String, String> values = new RecentValues<>(clock, Duration.ofMinutes(1), 2);

    @Test
    void aValueIsKnownForItsTimeAndNotLonger() {
        values.put("a", "1");

        clock.advance(Duration.ofSeconds(59));
        assertThat(values.get("a")).contains("1");
        clock.advance(Duration.ofSeconds(1));
        assertThat(values.get("a")).isEmpty();
        assertThat(values.take("a")).isEmpty();
    }

    @Test
    void aValueThatIsTakenIsGone() {
        values.put("a", "1");

        assertThat(values.take("a")).contains("1");
        assertThat(values.take("a")).isEmpty();
    }

    @Test
    void onlyTheLatestAreKept() {
        values.put("a", "1");
        values.put("b", "2");
        values.put("a", "3");
        values.put("c", "4");

        assertThat(values.get("a")).contains("3");
        assertThat(values.get("b")).isEmpty();
        assertThat(values.get("c")).contains("4");
    }
}
