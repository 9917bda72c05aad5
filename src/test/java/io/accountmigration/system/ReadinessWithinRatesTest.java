package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:within-rates;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=250",
        })
class ReadinessWithinRatesTest extends ReadinessWithinRates {

    @Test
    void aReportUsesWhatTheRatesAllowAndNotOneCallMore() {
        var report = report(Duration.ofMinutes(5));

        assertThat(report.path("accounts").asInt()).isEqualTo(260);
        assertThat(report.path("assessed").asInt()).isEqualTo(260);
        assertThat(report.path("needs").has("UNKNOWN")).isFalse();
    }
}
