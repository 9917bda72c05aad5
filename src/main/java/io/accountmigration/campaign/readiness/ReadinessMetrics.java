package io.accountmigration.campaign.readiness;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** What reports tell about themselves as figures. */
@Component
class ReadinessMetrics {

    private final MeterRegistry meters;

    ReadinessMetrics(MeterRegistry meters, ReadinessReports reports) {
        this.meters = meters;
        meters.gauge("readiness.reports.running", reports, ReadinessReports::countRunning);
    }

    /** An account was looked at, and this is what it needs. */
    void assessed(ReadinessCategory need) {
        counted("readiness.accounts.assessed", "need", need.name());
    }

    /** A report waits for calls. */
    void waited(String reason) {
        counted("readiness.waits", "reason", reason);
    }

    private void counted(String name, String tag, String value) {
        Counter.builder(name)
                .tag(tag, value.toLowerCase(Locale.ROOT))
                .register(meters)
                .increment();
    }
}
