package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;

/** What is told about cases while they move: figures, and whose case a line in the log belongs to. */
abstract class MeasureScenarios extends Scenario {

    @Autowired
    MeterRegistry meters;

    @Test
    void casesAndTasksAreCountedOnceInTwentySeconds() {
        advance(Duration.ofSeconds(21));
        var before = gauge("migration.cases", "state", "action_required");
        start();

        assertThat(gauge("migration.cases", "state", "action_required")).isEqualTo(before);
        advance(Duration.ofSeconds(21));

        assertThat(gauge("migration.cases", "state", "action_required")).isEqualTo(before + 1);
        assertThat(gauge("migration.tasks.open", "age", "under_one_day")).isEqualTo(1);
        assertThat(gauge("migration.tasks.open", "age", "under_three_days")).isZero();
    }

    @Test
    void aTaskGrowsOlder() {
        start();

        advance(Duration.ofDays(2));
        assertThat(gauge("migration.tasks.open", "age", "under_three_days")).isEqualTo(1);
        advance(Duration.ofDays(3));
        assertThat(gauge("migration.tasks.open", "age", "under_one_week")).isEqualTo(1);
        advance(Duration.ofDays(30));
        assertThat(gauge("migration.tasks.open", "age", "one_week_and_more")).isEqualTo(1);
        assertThat(gauge("migration.tasks.open", "age", "under_one_day")).isZero();
    }

    @Test
    void aStepThatFailedIsADeadJobAndAnIncident() {
        untilAnOperatorRetries(new CloudPartnerPortalUnavailable("down", null, null))
                .given(portal)
                .switchOver(any(), any(), any(), any());
        startAndProvide(OWNER);
        waitOutTheRetries();
        advance(Duration.ofSeconds(21));

        assertThat(gauge("process.incidents")).isEqualTo(1);
        assertThat(gauge("process.jobs.dead")).isEqualTo(1);
    }

    @Test
    void aStepLogsInTheNameOfItsCaseAndNothingStaysBehind() {
        var inLog = new HashMap<String, String>();
        willAnswer(call -> {
                    inLog.putAll(MDC.getCopyOfContextMap());
                    return call.callRealMethod();
                })
                .given(portal)
                .switchOver(any(), any(), any(), any());
        MDC.put("correlationId", "click");

        startAndProvide(OWNER);

        assertThat(inLog)
                .containsAllEntriesOf(Map.of(
                        "publisherId", publisherId, "caseId", theCase().id().toString(), "businessKey", publisherId));
        assertThat(MDC.get("caseId")).isNull();
        assertThat(MDC.get("correlationId")).isEqualTo("click");
        MDC.clear();
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }
}
