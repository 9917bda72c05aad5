package io.accountmigration.usersync.operations;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLinks;
import io.accountmigration.usersync.UserSync;
import io.accountmigration.usersync.UserSyncWorkflow;
import io.accountmigration.usersync.UserSyncWorkflow.Work;
import io.accountmigration.usersync.UserSyncs;
import io.accountmigration.usersync.comparison.Drift;
import io.accountmigration.usersync.comparison.DriftAction;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.comparison.DriftReport;
import io.accountmigration.usersync.comparison.DriftReports;
import io.accountmigration.usersync.operations.UserSyncView.ChangeView;
import io.accountmigration.usersync.operations.UserSyncView.RoleMapView;
import io.accountmigration.usersync.operations.UserSyncView.State;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows how far publishers' users follow Partner Center. */
@Component
public class ViewUserSync {

    private static final Limit AT_MOST = Limit.of(1000);
    private static final Limit LATEST = Limit.of(20);

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserLinks links;
    private final DriftReports reports;
    private final UserSyncWorkflow workflow;
    private final SyncSettings settings;

    ViewUserSync(
            UserSyncs userSyncs,
            UserChanges changes,
            UserLinks links,
            DriftReports reports,
            UserSyncWorkflow workflow,
            SyncSettings settings) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.links = links;
        this.reports = reports;
        this.workflow = workflow;
        this.settings = settings;
    }

    /** The state of a publisher that is kept in step. */
    @Transactional(readOnly = true)
    public Optional<UserSyncView> of(String publisherId) {
        return userSyncs.findById(Publisher.keyOf(publisherId)).map(this::view);
    }

    /** The last comparison of a publisher that is kept in step, once there was one. */
    @Transactional(readOnly = true)
    public Optional<DriftReport> driftOf(String publisherId) {
        return reports.findById(Publisher.keyOf(publisherId));
    }

    private UserSyncView view(UserSync sync) {
        var known = links.findByPublisherKey(sync.getId()).stream()
                .collect(Collectors.toMap(UserLink::userId, Function.identity()));
        var addresses = known.values().stream()
                .filter(link -> link.userPrincipalName() != null)
                .collect(Collectors.toMap(UserLink::userId, UserLink::userPrincipalName));
        var failed = changes
                .findByPublisherKeyAndStateAndAttemptsGreaterThan(sync.getId(), ChangeState.PENDING, 0, AT_MOST)
                .stream()
                .map(change -> show(change, addresses))
                .toList();
        var held = of(sync, ChangeState.HELD, addresses);
        var staged = of(sync, ChangeState.STAGED, addresses);
        var pending = changes.countByPublisherKeyAndState(sync.getId(), ChangeState.PENDING);
        var work = workflow.workOn(sync.publisherId());
        return new UserSyncView(
                sync.publisherId(),
                sync.accountId(),
                state(sync, work, pending, failed, staged, held),
                sync.watermark(),
                sync.feedReadAt().orElse(null),
                sync.reconciledAt().orElse(null),
                sync.reconcileReason().orElse(null),
                new RoleMapView(settings.roleMap().version(), settings.roleMap().roles()),
                work.map(Work::instanceId).orElse(null),
                pending,
                failed,
                unmapped(sync, known, addresses),
                held,
                staged,
                sync.quarantine().orElse(null),
                sync.parity(known.values().stream()
                                .filter(UserLink::isUnconfirmed)
                                .count())
                        .orElse(null),
                changes.findByPublisherKeyAndDecidedAtIsNotNullOrderByDecidedAtDesc(sync.getId(), LATEST).stream()
                        .map(change -> show(change, addresses))
                        .toList());
    }

    private static State state(
            UserSync sync,
            Optional<Work> work,
            long pending,
            List<ChangeView> failed,
            List<ChangeView> staged,
            List<ChangeView> held) {
        if (sync.isAccountLost()) {
            return State.ACCOUNT_NOT_ACTIVE;
        }
        if (sync.quarantine().isPresent()) {
            return sync.quarantine().get().turnedOff() ? State.TURNED_OFF : State.QUARANTINED;
        }
        if (work.filter(Work::stuck).isPresent()) {
            return State.STUCK;
        }
        if (!staged.isEmpty()) {
            return State.REMOVALS_STAGED;
        }
        if (!failed.isEmpty()) {
            return State.USERS_FAILING;
        }
        if (!held.isEmpty()) {
            return State.LAST_OWNER_HELD;
        }
        return pending > 0 || sync.reconcileReason().isPresent() ? State.WORKING : State.IN_STEP;
    }

    private List<ChangeView> of(UserSync sync, ChangeState state, Map<String, String> addresses) {
        return changes.findByPublisherKeyAndStateIn(sync.getId(), List.of(state), AT_MOST).stream()
                .map(change -> show(change, addresses))
                .toList();
    }

    private static ChangeView show(UserChange change, Map<String, String> addresses) {
        var known = change.userId() == null ? null : addresses.get(change.userId());
        return ChangeView.of(change, change.userPrincipalName() == null ? known : change.userPrincipalName());
    }

    /** Roles that nobody knows as they are known now, what else the last comparison listed, and what means nothing. */
    private List<Drift> unmapped(UserSync sync, Map<String, UserLink> known, Map<String, String> addresses) {
        var roles = known.values().stream()
                .filter(link -> link.mapping().isOpen())
                .sorted(Comparator.comparing(UserLink::userId))
                .map(ViewUserSync::unknownRoles);
        var compared = reports.findById(sync.getId()).stream()
                .flatMap(report -> report.drifts().stream())
                .filter(drift -> drift.driftClass() == DriftClass.UNMAPPED && isStillSo(drift, known));
        var meaningless = of(sync, ChangeState.UNMAPPED, addresses).stream()
                .filter(change -> !change.reason().equals("UNKNOWN_ROLE"))
                .map(change -> new Drift(
                        DriftClass.UNMAPPED,
                        change.userPrincipalName(),
                        change.userId(),
                        null,
                        null,
                        null,
                        DriftAction.COULD_NOT_CHECK,
                        change.reason() + " " + change.operation()));
        return Stream.of(roles, compared, meaningless)
                .flatMap(Function.identity())
                .toList();
    }

    private static Drift unknownRoles(UserLink link) {
        var worth = link.role().map(PublisherRole::name).orElse(null);
        return new Drift(
                DriftClass.UNMAPPED,
                link.userPrincipalName(),
                link.userId(),
                link.portalUserId().orElse(null),
                worth,
                worth,
                DriftAction.MAP_ROLE,
                String.join(", ", link.unknownRoles()));
    }

    private static boolean isStillSo(Drift drift, Map<String, UserLink> known) {
        return switch (drift.action()) {
            case MAP_ROLE -> false;
            case NO_ACCESS_BY_ROLE ->
                Optional.ofNullable(known.get(drift.userId()))
                        .flatMap(UserLink::role)
                        .isEmpty();
            default -> true;
        };
    }
}
