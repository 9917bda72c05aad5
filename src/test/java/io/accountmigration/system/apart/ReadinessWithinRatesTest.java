package io.accountmigration.system.apart;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.system.RatedReport;
import io.accountmigration.system.WholeProgramTest;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(
        properties = {
            "spring.datasource.url=jdbc:h2:mem:within-rates;DB_CLOSE_DELAY=-1;DB_CLOSE_ON_EXIT=FALSE;LOCK_TIMEOUT=10000",
            "sandbox.publishers=250",
            "outside.budget.rates.cpp.calls=450",
            "outside.budget.rates.partner-center.calls=450",
            "outside.budget.rates.directory.calls=450",
        })
class ReadinessWithinRatesTest extends WholeProgramTest {

    @Test
    void aReportUsesWhatTheRatesAllowAndNotOneCallMore() {
        var report = RatedReport.begin(program());

        var ended = report.goOnToTheEnd(Duration.ofMinutes(5));

        assertThat(ended.path("accounts").asInt()).isEqualTo(260);
        assertThat(ended.path("assessed").asInt()).isEqualTo(260);
        assertThat(ended.path("needs").has("UNKNOWN")).isFalse();
        report.requireRatesKept();
    }
}
