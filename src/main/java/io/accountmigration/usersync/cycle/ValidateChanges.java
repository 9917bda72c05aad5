package io.accountmigration.usersync.cycle;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.ChangeSource;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.RoleMapping;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserChanges;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLinks;
import io.accountmigration.usersync.UserSyncs;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Begins a run: finds the newest change of each user, looks users up where needed, and rejects invalid changes. */
@Component
public class ValidateChanges {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final UserLinks links;
    private final PartnerCenter partnerCenter;
    private final MapRoles mapRoles;
    private final SyncSettings settings;
    private final Clock clock;

    ValidateChanges(
            UserSyncs userSyncs,
            UserChanges changes,
            UserLinks links,
            PartnerCenter partnerCenter,
            MapRoles mapRoles,
            SyncSettings settings,
            Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.links = links;
        this.partnerCenter = partnerCenter;
        this.mapRoles = mapRoles;
        this.settings = settings;
        this.clock = clock;
    }

    /** The changes that are due, one for each user. */
    @Transactional
    public SyncCycle validate(String publisherId) {
        var target = userSyncs.findTarget(Publisher.keyOf(publisherId)).orElseThrow();
        var now = clock.instant();
        var due = changes.findDue(target.publisherKey(), now, Limit.of(settings.batch()));
        var known = links.findByPublisherKey(target.publisherKey()).stream()
                .collect(Collectors.toMap(UserLink::userId, Function.identity()));
        var cycle = new SyncCycle(target, now, known);
        if (due.isEmpty()) {
            return cycle;
        }
        var waiting = waiting(target, due, now);
        cycle.waited(waiting);
        lookUp(due, cycle);
        Stream.concat(due.stream(), waiting.stream())
                .filter(change -> change.operation() != ChangeOperation.LOOK_UP)
                .sorted(Comparator.comparing(UserChange::occurredAt).thenComparing(UserChange::id))
                .forEach(change -> takeOn(change, cycle));
        return cycle;
    }

    private void lookUp(List<UserChange> due, SyncCycle cycle) {
        var wanted = due.stream()
                .filter(change -> change.operation() == ChangeOperation.LOOK_UP)
                .toList();
        if (wanted.isEmpty()) {
            return;
        }
        try {
            var roster = partnerCenter.rosterOf(cycle.target().accountId());
            if (roster.isEmpty()) {
                // Not believed, as in a comparison: nobody is removed for it.
                wanted.forEach(change -> tryAgain(change, FailureReason.EMPTY_SNAPSHOT, cycle));
                return;
            }
            // The lists may be that old: they undo nothing that is known from later on, and what comes still counts.
            var asOf = cycle.startedAt().minus(settings.lag());
            for (var change : wanted) {
                lookUp(change, find(roster, change), asOf, cycle);
            }
        } catch (OutsideUnavailable unavailable) {
            if (unavailable.retryAfter().isPresent()) {
                throw unavailable;
            }
            wanted.forEach(change -> tryAgain(change, FailureReason.ofPartnerCenter(unavailable), cycle));
        }
    }

    private void lookUp(UserChange change, Optional<AccountUser> found, Instant asOf, SyncCycle cycle) {
        var steps = new ArrayList<String>();
        steps.add(read(change, found, asOf).asLine());
        var link = cycle.knownLinkOf(found.map(AccountUser::userId).orElse(change.userId()));
        var missingSince = link.filter(it -> !it.changedAt().isAfter(asOf))
                .flatMap(it -> missingSince(it, found, cycle))
                .filter(since -> since.isAfter(asOf));
        if (missingSince.isPresent()) {
            // One list may have left somebody out: nothing happens until another one must show him.
            var again = missingSince.get().plus(settings.lag());
            steps.add(SyncStep.of(SyncStep.Kind.LOOKS_AGAIN, again).asLine());
            change.looksAgain(again);
        } else {
            change.lookedUp(found, link, asOf);
            if (change.operation() == ChangeOperation.REMOVE && !settings.lag().isZero()) {
                cycle.mustReconcile(ReconcileReason.REMOVED_BY_LISTS);
            }
        }
        change.tookSteps(String.join("\n", steps));
    }

    private Optional<Instant> missingSince(UserLink link, Optional<AccountUser> found, SyncCycle cycle) {
        var mapping = found.map(user -> mapRoles.of(user.roles())).orElse(RoleMapping.NONE);
        if (!mapping.isOpen() && link.isWorthMoreThan(mapping.role())) {
            return Optional.of(link.missing(cycle.startedAt()));
        }
        link.shown();
        return Optional.empty();
    }

    private static SyncStep read(UserChange change, Optional<AccountUser> found, Instant asOf) {
        return found.map(user -> SyncStep.of(
                        SyncStep.Kind.READ, user.userPrincipalName(), String.join(", ", user.roles()), asOf))
                .orElseGet(() -> SyncStep.of(SyncStep.Kind.READ_NOBODY, change.userId(), asOf));
    }

    private void tryAgain(UserChange change, FailureReason reason, SyncCycle cycle) {
        change.failed(reason.name(), cycle.startedAt().plus(settings.waitAfter(change.attempts() + 1)));
    }

    private static Optional<AccountUser> find(List<AccountUser> roster, UserChange change) {
        return roster.stream()
                .filter(user -> user.userId().equals(change.userId()))
                .findFirst()
                .or(() -> roster.stream()
                        .filter(user -> EmailAddress.areSame(user.userPrincipalName(), change.userId()))
                        .findFirst());
    }

    private void takeOn(UserChange change, SyncCycle cycle) {
        var now = cycle.startedAt();
        if (change.userId() == null || change.operation() == ChangeOperation.UNKNOWN) {
            if (change.source() == ChangeSource.ON_DEMAND) {
                change.decide(ChangeState.UNCHANGED, "USER_UNKNOWN", now);
                return;
            }
            change.decide(ChangeState.UNMAPPED, reasonOf(change), now);
            if (change.userId() == null) {
                cycle.mustReconcile(ReconcileReason.CHANGE_UNREADABLE);
            }
            return;
        }
        var link = cycle.knownLinkOf(change.userId());
        if (link.filter(it -> it.isNewerThan(change)).isPresent()) {
            if (change.source() == ChangeSource.ON_DEMAND) {
                supersede(cycle.takeOn(PendingUserChange.asKnown(change, link.get())), now);
                return;
            }
            change.decide(ChangeState.SUPERSEDED, "NEWER_CHANGE_KNOWN", now);
            return;
        }
        if (change.source().isTold() && link.filter(it -> it.isAsOldAs(change)).isPresent()) {
            cycle.mustReconcile(ReconcileReason.AMBIGUOUS_ORDER);
        }
        var replaced = cycle.takeOn(change);
        if (change.source().isTold()
                && replaced.filter(it -> it.change().occurredAt().equals(change.occurredAt()))
                        .isPresent()) {
            cycle.mustReconcile(ReconcileReason.AMBIGUOUS_ORDER);
        }
        supersede(replaced, now);
    }

    private static void supersede(Optional<PendingUserChange> replaced, Instant now) {
        replaced.ifPresent(it -> it.change().decide(ChangeState.SUPERSEDED, "NEWER_CHANGE_KNOWN", now));
    }

    /** What waits; a refused change is tried again beside the others, which may be the reason of the refusal. */
    private List<UserChange> waiting(SyncTarget target, List<UserChange> due, Instant now) {
        var known = new HashSet<>(due);
        return changes.findWaiting(target.publisherKey()).stream()
                .filter(change -> !known.contains(change))
                .filter(change -> change.state() != ChangeState.PENDING || change.isRefused())
                .peek(change -> change.waitUntil(now))
                .toList();
    }

    private static String reasonOf(UserChange change) {
        return change.userId() == null ? "UNREADABLE" : "UNKNOWN_OPERATION";
    }
}
