package io.accountmigration.web;

import static io.accountmigration.ports.PublisherFixture.publisher;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.usersync.ChangeSource;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.ParityView;
import io.accountmigration.usersync.QuarantineView;
import io.accountmigration.usersync.SyncSettings.Worth;
import io.accountmigration.usersync.UserSyncRefused;
import io.accountmigration.usersync.UserSyncRefused.Refusal;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.comparison.DriftReport;
import io.accountmigration.usersync.operations.UserSyncView;
import io.accountmigration.usersync.operations.UserSyncView.ChangeView;
import io.accountmigration.usersync.operations.UserSyncView.RoleMapView;
import io.accountmigration.usersync.operations.UserSyncView.State;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The sync of the users of woodgrove as the use cases show it. */
public final class Syncs {

    public static final Instant AT = Instant.parse("2026-03-02T09:00:00Z");
    public static final String HASH = "ab".repeat(32);
    public static final Drift MEMBERS_TO_ADD = new Drift(
            DriftClass.UNMAPPED,
            "team@woodgrove.com",
            null,
            "u9",
            null,
            "CONTRIBUTOR",
            DriftAction.ADD_MEMBERS_IN_PARTNER_CENTER,
            null);

    private Syncs() {}

    /** Everything is as it should be. */
    public static UserSyncView inStep() {
        return view(State.IN_STEP, List.of(), List.of(), List.of(), null);
    }

    /** A change is being carried over. */
    public static UserSyncView working() {
        return view(State.WORKING, List.of(), List.of(), List.of(), null);
    }

    /** There is something of everything that operators look after. */
    public static UserSyncView needingOperators() {
        return view(
                State.QUARANTINED,
                List.of(change("f1", "poison@woodgrove.com", ChangeState.PENDING, "REFUSED AddressRejected")),
                List.of(MEMBERS_TO_ADD),
                List.of(change("s1", "<b>leaver</b>@woodgrove.com", ChangeState.STAGED, "TOO_MANY_REMOVALS")),
                new QuarantineView(FailureReason.PORTAL_UNAVAILABLE, AT, AT.plusSeconds(21_600), false));
    }

    /** A comparison that found these. */
    public static DriftReport report(Drift... drifts) {
        var report = mock(DriftReport.class);
        given(report.comparedAt()).willReturn(AT);
        given(report.drifts()).willReturn(List.of(drifts));
        return report;
    }

    /** A refusal of the sync. */
    public static UserSyncRefused refused(Refusal refusal, String subject) {
        return new UserSyncRefused(refusal, subject);
    }

    /** What the portal knows of a publisher that has not moved. */
    public static PublisherSnapshot notMoved() {
        return new PublisherSnapshot(publisher("woodgrove", "Woodgrove", PublisherStatus.ACTIVE), List.of());
    }

    /** A change of a user. */
    public static ChangeView change(String changeId, String address, ChangeState state, String reason) {
        return new ChangeView(
                changeId, ChangeSource.FEED, "u-" + changeId, address, "REMOVE", state, reason, 1, AT, AT, AT);
    }

    private static UserSyncView view(
            State state,
            List<ChangeView> failed,
            List<Drift> unmapped,
            List<ChangeView> staged,
            QuarantineView quarantine) {
        return new UserSyncView(
                "woodgrove",
                "account-1",
                state,
                AT,
                AT,
                AT,
                null,
                new RoleMapView("1", Map.of("Manager", Worth.OWNER)),
                state == State.IN_STEP ? null : "instance-7",
                failed.size(),
                failed,
                unmapped,
                List.of(),
                staged,
                quarantine,
                new ParityView(quarantine == null, AT, HASH, HASH, true, 0, AccountCondition.ACTIVE),
                List.of(change("a1", "new@woodgrove.com", ChangeState.APPLIED, "NONE -> CONTRIBUTOR")));
    }
}
