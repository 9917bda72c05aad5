package io.accountmigration.outside;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.health.Status;

class OutsideHealthTest {

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final OutsideHealth health = new OutsideHealth(meters);

    @Test
    void aSystemThatIsDownIsADetailOnly() {
        call("cpp", "unavailable");
        call("directory", "ok");
        call("partner-center", "ok");
        call("partner-center", "throttled");

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);
        assertThat(health.health().getDetails())
                .containsEntry("cpp", "fails")
                .containsEntry("directory", "answers")
                .containsEntry("partner-center", "answers and fails");
    }

    @Test
    void aSystemThatRefusesThisProgramSaysSoWhateverElseItAnswers() {
        call("cpp", "ok");
        call("cpp", "refused");
        call("cpp", "unavailable");

        assertThat(health.health().getDetails()).containsEntry("cpp", "refuses this program");
    }

    @Test
    void aSystemThatWasNotCalledLatelyIsSaidToBeSo() {
        meters.timer("outside.calls", "system", "cpp", "outcome", "unavailable");

        assertThat(health.health().getDetails()).containsEntry("cpp", "not called");
    }

    private void call(String system, String outcome) {
        meters.timer("outside.calls", "system", system, "outcome", outcome).record(Duration.ofMillis(5));
    }
}
