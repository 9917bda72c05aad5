package io.accountmigration.web.usersync;

import io.accountmigration.usersync.ParityView;
import io.accountmigration.usersync.QuarantineView;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftReport;
import io.accountmigration.usersync.operations.UserSyncView;
import io.accountmigration.usersync.operations.UserSyncView.ChangeView;
import io.accountmigration.usersync.operations.UserSyncView.State;
import io.accountmigration.usersync.operations.ViewUserSync;
import io.accountmigration.web.WebappPaths;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.Viewer;
import io.accountmigration.web.usersync.UserSyncModel.ChangeLine;
import io.accountmigration.web.usersync.UserSyncModel.DriftLine;
import io.accountmigration.web.usersync.UserSyncModel.Equality;
import io.accountmigration.web.usersync.UserSyncModel.Lists;
import io.accountmigration.web.usersync.UserSyncModel.Quarantine;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** Turns the sync of a publisher's users into what its profile shows to this viewer. */
@Component
public class UserSyncModelMapper {

    private final ViewUserSync sync;
    private final UserSyncTexts texts;
    private final WebappPaths webapp;

    UserSyncModelMapper(ViewUserSync sync, UserSyncTexts texts, WebappPaths webapp) {
        this.sync = sync;
        this.texts = texts;
        this.webapp = webapp;
    }

    /** Nothing for a publisher whose users are not kept in step. */
    public Optional<UserSyncModel> of(String publisherId, Viewer viewer, Locale locale) {
        return sync.of(publisherId)
                .map(view -> new UserSyncModel(
                        view.state(),
                        view.parity() == null
                                ? null
                                : DisplayedTime.of(view.parity().at(), locale),
                        equality(view.parity()),
                        view.pending(),
                        viewer.operator() ? lists(view, sync.driftOf(publisherId), locale) : null,
                        isBusy(view)));
    }

    private static Equality equality(ParityView parity) {
        if (parity != null && parity.equal()) {
            return Equality.EQUAL;
        }
        return parity != null
                        && parity.unconfirmed() > 0
                        && parity.partnerCenterHash().equals(parity.portalHash())
                ? Equality.UNCONFIRMED
                : Equality.UNEQUAL;
    }

    private static boolean isBusy(UserSyncView view) {
        return view.state() == State.WORKING || view.quarantine() == null && view.reconciliationDue() != null;
    }

    private Lists lists(UserSyncView view, Optional<DriftReport> report, Locale locale) {
        var parity = Optional.ofNullable(view.parity());
        return new Lists(
                moment(view.watermark(), locale),
                moment(view.feedReadAt(), locale),
                view.processInstanceId() == null ? null : webapp.cockpitInstance(view.processInstanceId()),
                view.roleMap().version(),
                roles(view, locale),
                parity.map(it -> it.partnerCenterHash()).orElse(null),
                parity.map(it -> it.portalHash()).orElse(null),
                parity.map(it -> it.settingsEqual()).orElse(null),
                quarantine(view.quarantine(), locale),
                changes(view.failed(), locale),
                drifts(view.unmapped(), locale),
                changes(view.held(), locale),
                changes(view.stagedRemovals(), locale),
                view.stagedRemovals().stream()
                        .map(ChangeView::decidedAt)
                        .max(Comparator.naturalOrder())
                        .orElse(null),
                moment(report.map(DriftReport::comparedAt).orElse(null), locale),
                drifts(report.map(DriftReport::drifts).orElse(List.of()), locale),
                changes(view.latest(), locale));
    }

    private TreeMap<String, String> roles(UserSyncView view, Locale locale) {
        var roles = new TreeMap<String, String>();
        view.roleMap().roles().forEach((name, worth) -> roles.put(name, texts.worth(worth.name(), locale)));
        return roles;
    }

    private Quarantine quarantine(QuarantineView view, Locale locale) {
        return view == null
                ? null
                : new Quarantine(
                        texts.reason(view.reason().name(), locale),
                        moment(view.since(), locale),
                        moment(view.nextTryAt(), locale));
    }

    private List<ChangeLine> changes(List<ChangeView> changes, Locale locale) {
        return changes.stream()
                .map(change -> new ChangeLine(
                        change.userPrincipalName() == null ? change.userId() : change.userPrincipalName(),
                        texts.operation(change.operation(), locale),
                        change.state(),
                        texts.reason(change.reason(), locale),
                        moment(change.occurredAt(), locale),
                        moment(change.nextTryAt(), locale)))
                .toList();
    }

    private List<DriftLine> drifts(List<Drift> drifts, Locale locale) {
        return drifts.stream()
                .map(drift -> new DriftLine(
                        drift.driftClass(),
                        texts.subject(drift.subject() == null ? drift.userId() : drift.subject(), locale),
                        texts.worth(drift.partnerCenter(), locale),
                        texts.worth(drift.portal(), locale),
                        texts.action(drift.action(), locale),
                        texts.reason(drift.detail(), locale)))
                .toList();
    }

    private static DisplayedTime moment(Instant instant, Locale locale) {
        return instant == null ? null : DisplayedTime.of(instant, locale);
    }
}
