package io.accountmigration.web.usersync;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.partner.AccountCondition;
import io.accountmigration.usersync.ParityView;
import io.accountmigration.usersync.QuarantineView;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.operations.UserSyncView;
import io.accountmigration.usersync.operations.UserSyncView.ChangeView;
import io.accountmigration.usersync.operations.UserSyncView.RoleMapView;
import java.time.Instant;
import java.util.List;
import org.springframework.lang.Nullable;

/** How far a publisher's users follow Partner Center, over REST; null stands for what there is not. */
@JsonInclude(JsonInclude.Include.ALWAYS)
record UserSyncResource(
        String publisherId,
        String accountId,
        UserSyncView.State state,
        Instant watermark,
        @Nullable Instant feedReadAt,
        @Nullable Instant lastReconciledAt,
        @Nullable ReconcileReason reconciliationDue,
        RoleMapView roleMap,
        @Nullable String processInstanceId,
        long pending,
        List<ChangeView> failed,
        List<DriftResource.DriftItem> unmapped,
        List<ChangeView> held,
        List<ChangeView> stagedRemovals,
        @Nullable QuarantineView quarantine,
        @Nullable Parity parity,
        List<ChangeView> latest) {

    /**
     * {@code hash} is Partner Center's: SHA-256 over its lines {@code address;role}, lower case, sorted, LF.
     * {@code unconfirmed} counts users who are as only a push has said so far.
     */
    record Parity(
            boolean equal,
            Instant at,
            String hash,
            String partnerCenterHash,
            String portalHash,
            @Nullable Boolean settingsEqual,
            long unconfirmed,
            @Nullable AccountCondition accountCondition) {

        static Parity of(ParityView view) {
            return view == null
                    ? null
                    : new Parity(
                            view.equal(),
                            view.at(),
                            view.partnerCenterHash(),
                            view.partnerCenterHash(),
                            view.portalHash(),
                            view.settingsEqual(),
                            view.unconfirmed(),
                            view.accountCondition());
        }
    }

    static UserSyncResource of(UserSyncView view) {
        return new UserSyncResource(
                view.publisherId(),
                view.accountId(),
                view.state(),
                view.watermark(),
                view.feedReadAt(),
                view.lastReconciledAt(),
                view.reconciliationDue(),
                view.roleMap(),
                view.processInstanceId(),
                view.pending(),
                view.failed(),
                view.unmapped().stream().map(DriftResource.DriftItem::of).toList(),
                view.held(),
                view.stagedRemovals(),
                view.quarantine(),
                Parity.of(view.parity()),
                view.latest());
    }
}
