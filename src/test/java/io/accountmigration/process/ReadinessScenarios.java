package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.ProcessEngineTests.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.RecheckBlockedAccounts;
import io.accountmigration.campaign.readiness.ReportState;
import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.campaign.readiness.StartReadinessReport;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.campaign.readiness.ViewReadinessReports;
import io.accountmigration.migration.followup.MailLimits;
import io.accountmigration.partner.PartnerNetworkUnavailable;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.partner.Vetting;
import io.accountmigration.ports.Letterbox;
import io.accountmigration.process.readiness.ReadinessReportModel;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A readiness report, job by job. */
abstract class ReadinessScenarios extends Scenario {

    @Autowired
    private RecheckBlockedAccounts recheckBlockedAccounts;

    @Autowired
    private MailLimits mailLimits;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StartReadinessReport startReadinessReport;

    @Autowired
    private ViewReadinessReports viewReadinessReports;

    @Test
    void anAccountWithNothingInTheWayNeedsOneConfirmation() {
        var report = report(publisherId);

        assertThat(result(report).need()).isEqualTo(ReadinessCategory.CONFIRM_ONLY);
        assertCompleted(report);
        assertThat(begun).hasNotPassed("event_callsAllowed");
        assertThat(migrations.latest(publisherId)).isEmpty();
    }

    @Test
    void aSystemThatAsksToBeLeftAloneIsLeftAloneAndNothingIsLost() {
        willThrow(new PartnerNetworkUnavailable("busy", Duration.ofSeconds(57), null))
                .willCallRealMethod()
                .given(partnerNetwork)
                .find(any());

        var report = report(publisherId);
        pass(Duration.ofSeconds(56));

        assertThat(begun).isWaitingAt("event_callsAllowed").hasPassed("serviceTask_assessNextAccounts");
        assertThat(jobOf(begun)).hasDueDate(Date.from(clock.instant().plusSeconds(1)));
        verify(partnerNetwork, times(1)).find(any());
        assertThat(stateOf(report)).isEqualTo(ReportState.RUNNING);

        pass(Duration.ofSeconds(2));

        assertThat(result(report).need()).isEqualTo(ReadinessCategory.CONFIRM_ONLY);
        assertCompleted(report);
    }

    @Test
    void whatDoesNotAnswerIsAskedAgainAndThenUnknown() {
        willThrow(new TenantDirectoryUnavailable("down", null, null))
                .given(directory)
                .kindOf(any());

        var report = report(publisherId);
        assertThat(stateOf(report)).isEqualTo(ReportState.RUNNING);
        assertThat(begun).isWaitingAt("event_callsAllowed");
        pass(Duration.ofMinutes(1));
        assertThat(begun).isWaitingAt("event_callsAllowed");
        pass(Duration.ofMinutes(2));

        verify(directory, times(3)).kindOf(any());
        assertThat(result(report).need()).isEqualTo(ReadinessCategory.UNKNOWN);
        assertCompleted(report);
    }

    @Test
    void allPublishersAreListedByTheReportItself() {
        var reportId = startReadinessReport.onAll("operator", Optional.empty());
        begun = living(ReadinessReportModel.PROCESS_ID, reportId.toString());
        assertThat(begun).isWaitingAt("serviceTask_assessNextAccounts");
        assertThat(stateOf(reportId)).isEqualTo(ReportState.LISTING);

        runJobs();

        assertThat(viewReadinessReports.results(reportId, Optional.empty(), -1, 10_000))
                .extracting(ReadinessResultView::publisherId)
                .contains(publisherId)
                .doesNotHaveDuplicates();
        assertCompleted(reportId);
    }

    @Test
    void aReportChangesNothingOutside() {
        report(publisherId);

        verify(portal, never()).lock(any(), any(), any());
        assertThat(partnerCenter.accountOf(publisherId)).isEmpty();
        assertThat(letterbox.letters()).isEmpty();
    }

    @Test
    void ownersWhoHadEnoughMailLearnLaterThatTheirAccountIsReady() {
        partnerNetwork.add("6000", Vetting.PENDING, CONTOSO);
        portal.add(publisherId, Optional.of("6000"), OWNER, CO_OWNER);
        report(publisherId);
        partnerNetwork.add("6000", Vetting.AUTHORIZED, CONTOSO);
        advance(Duration.ofDays(2));
        giveEnoughMail(OWNER, CO_OWNER);

        recheckBlockedAccounts.recheck();
        runJobs();
        assertThat(letterbox.letters()).isEmpty();

        advance(Duration.ofDays(2));
        giveEnoughMail(OWNER);
        recheckBlockedAccounts.recheck();
        runJobs();
        assertThat(letterbox.letters())
                .extracting(Letterbox.Letter::to, Letterbox.Letter::subject)
                .containsExactly(tuple(CO_OWNER, "The account " + publisherId + " can move to Partner Center"));

        advance(Duration.ofDays(2));
        recheckBlockedAccounts.recheck();
        runJobs();
        assertThat(letterbox.letters()).hasSize(1);
    }

    private void giveEnoughMail(String... owners) {
        transaction.executeWithoutResult(open -> {
            for (var mail = 1; mail <= 5; mail++) {
                assertThat(mailLimits.allowed(List.of(owners))).containsExactly(owners);
            }
            assertThat(mailLimits.allowed(List.of(owners))).isEmpty();
        });
    }

    private UUID report(String... publisherIds) {
        var rows = IntStream.range(0, publisherIds.length)
                .mapToObj(place -> new SelectedRow(place + 1, publisherIds[place]))
                .toList();
        var started = startReadinessReport.on(rows, OnError.REJECT, "operator", Optional.empty());
        begun = living(ReadinessReportModel.PROCESS_ID, started.reportId().toString());
        runJobs();
        return started.reportId();
    }

    private ReadinessResultView result(UUID reportId) {
        List<ReadinessResultView> results = viewReadinessReports.results(reportId, Optional.empty(), -1, 10);
        assertThat(results).hasSize(1);
        return results.get(0);
    }

    private void assertCompleted(UUID reportId) {
        assertThat(begun)
                .isEnded()
                .hasPassedInOrder(
                        "startEvent_reportRequested", "serviceTask_assessNextAccounts", "endEvent_reportCompleted");
        assertThat(stateOf(reportId)).isEqualTo(ReportState.COMPLETED);
    }

    private ReportState stateOf(UUID reportId) {
        return viewReadinessReports.of(reportId).orElseThrow().state();
    }
}
