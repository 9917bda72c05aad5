package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willAnswer;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.ViewMigrations;
import io.accountmigration.migration.operations.FindStuckCases;
import io.accountmigration.migration.operations.OperationsFigures;
import io.accountmigration.migration.operations.ViewOperations;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.slf4j.MDC;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.domain.ScrollPosition;

/** Metrics of cases while they move, and the case of each log line. */
abstract class MetricScenarios extends Scenario {

    /** Figures of that age are not shown any more: who looks waits for new ones. */
    private static final Duration TOO_OLD = Duration.ofMinutes(2);

    @Autowired
    MeterRegistry meters;

    @Autowired
    ViewOperations viewOperations;

    @Autowired
    FindStuckCases findStuckCases;

    @Autowired
    ViewMigrations viewMigrations;

    @Test
    void casesAndTasksAreCountedOnceInTwentySecondsBesideWhoLooks() {
        advance(TOO_OLD);
        var before = gauge("migration.cases", "state", "action_required");
        start();
        assertThat(gauge("migration.cases", "state", "action_required")).isEqualTo(before);

        advance(Duration.ofSeconds(21));
        assertThat(gauge("migration.cases", "state", "action_required")).isEqualTo(before);
        await("what was counted meanwhile")
                .atMost(Duration.ofMinutes(2))
                .until(() -> gauge("migration.cases", "state", "action_required") == before + 1);
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
        advance(TOO_OLD);

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

    @Test
    void thePageAndTheGaugesTellTheSame() {
        partnerNetwork.add("4711", Vetting.AUTHORIZED, OTHER);
        portal.add(publisherId, Optional.of("4711"), OWNER);
        startAndProvide(OWNER);
        advance(Duration.ofHours(5));

        var figures = viewOperations.figures();

        assertThat(figures.blockers())
                .anySatisfy(blocker -> assertThat(blocker.code()).isEqualTo(FindingCode.TENANT_MISMATCH));
        assertThat(gauge("migration.blockers", "code", "tenant_mismatch"))
                .isEqualTo(figures.blockers().stream()
                        .filter(blocker -> blocker.code() == FindingCode.TENANT_MISMATCH)
                        .mapToLong(OperationsFigures.Blocker::cases)
                        .sum());
        assertThat(gauge("migration.cases.open")).isEqualTo(figures.open()).isPositive();
        assertThat(gauge("migration.cases.age.seconds", "quantile", "1"))
                .isEqualTo(figures.allAges().orElseThrow().oldest().toSeconds())
                .isGreaterThanOrEqualTo(Duration.ofHours(5).toSeconds());
    }

    @Test
    void whatMovedIsCountedOnItsDayAndSetsThePace() {
        advance(TOO_OLD);
        var before = viewOperations.figures();

        startAndProvide(OWNER);
        advance(TOO_OLD);

        var after = viewOperations.figures();
        assertThat(after.throughput()).hasSize(14);
        assertThat(after.throughput().get(13).moved())
                .isEqualTo(before.throughput().get(13).moved() + 1);
        assertThat(after.movedLastDay()).isEqualTo(before.movedLastDay() + 1);
        assertThat(after.perDay()).isPositive();
        assertThat(after.in(MigrationState.MIGRATED)).isEqualTo(before.in(MigrationState.MIGRATED) + 1);
    }

    @Test
    void aCaseIsStuckWhenNothingHappensAndNotWhenItIsOld() {
        start();
        pass(Duration.ofDays(6));
        provide("nobody");
        pass(Duration.ofDays(6));
        assertThat(stuck()).doesNotContain(publisherId);

        pass(Duration.ofDays(2));
        assertThat(stuck()).contains(publisherId);
        assertThat(gauge("migration.cases.without.progress")).isPositive();

        provide("nobody");
        assertThat(stuck()).doesNotContain(publisherId);
    }

    @Test
    void aListThatIsReadPageByPageHasEveryCaseOnce() {
        start();
        var whole = viewMigrations
                .page(Optional.empty(), ScrollPosition.keyset(), 10_000)
                .getContent();
        var read = new ArrayList<CaseView>();
        ScrollPosition position = ScrollPosition.keyset();
        for (var more = true; more; ) {
            var page = viewMigrations.page(Optional.empty(), position, 7);
            read.addAll(page.getContent());
            more = page.hasNext();
            position = page.positionAt(page.size() - 1);
        }

        assertThat(read).extracting(CaseView::caseId).containsExactlyElementsOf(ids(whole));
        assertThat(read).extracting(CaseView::startedAt).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(read).extracting(CaseView::publisherId).contains(publisherId);
    }

    private static List<UUID> ids(List<CaseView> cases) {
        return cases.stream().map(CaseView::caseId).toList();
    }

    @Test
    void aCaseWhoseProcessWasDeletedIsFound() {
        start();
        runtimeService.deleteProcessInstance(instanceId(), "by mistake");
        advance(TOO_OLD);

        assertThat(findStuckCases.lost(1000)).contains(publisherId);
        assertThat(viewOperations.figures().load().lostCases()).isPositive();

        cancel();
        pass(Duration.ofSeconds(10));
        assertThat(findStuckCases.lost(1000)).doesNotContain(publisherId);
    }

    private List<String> stuck() {
        return findStuckCases.withoutProgress(1000).stream()
                .map(CaseView::publisherId)
                .toList();
    }

    private double gauge(String name, String... tags) {
        return meters.get(name).tags(tags).gauge().value();
    }
}
