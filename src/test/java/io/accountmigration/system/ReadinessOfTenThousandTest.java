package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@Tag("full")
@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:ten-thousand;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=10000",
        })
class ReadinessOfTenThousandTest extends ReadinessWithinRates {

    @Test
    void tenThousandAccountsUseWhatTheRatesAllowAndNotOneCallMore() {
        var report = report(Duration.ofHours(1));

        assertThat(report.path("accounts").asInt()).isEqualTo(10_010);
        assertThat(report.path("assessed").asInt()).isEqualTo(10_010);
        assertThat(report.path("needs").has("UNKNOWN")).isFalse();
    }
}
