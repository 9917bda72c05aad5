package io.accountmigration.usersync.comparison;

import static java.util.stream.Collectors.toSet;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.IncomingChange;
import io.accountmigration.usersync.Parity;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import io.accountmigration.usersync.cycle.MapRoles;
import io.accountmigration.usersync.cycle.PortalEntries;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** One comparison of an account: which users differ, and the changes that would put them right. */
class Comparison {

    private final SyncTarget target;
    private final Instant startedAt;
    private final Map<String, UserLink> links;
    private final PortalEntries entries;
    private final MapRoles mapRoles;
    private final SyncSettings settings;
    private final ListTrust trust;
    private final Set<String> approved;
    private final List<Drift> drifts = new ArrayList<>();
    private final List<IncomingChange> changes = new ArrayList<>();
    private final List<UserLink> gone = new ArrayList<>();
    private final List<String> wantedLines = new ArrayList<>();
    private final Set<String> staying = new HashSet<>();
    private final Set<String> different = new HashSet<>();

    Comparison(
            SyncTarget target,
            Instant startedAt,
            Map<String, UserLink> links,
            PublisherRoster roster,
            MapRoles mapRoles,
            SyncSettings settings,
            Set<String> waitingForOperator,
            Set<String> approved) {
        this.target = target;
        this.startedAt = startedAt;
        this.links = links;
        this.entries = new PortalEntries(roster);
        this.mapRoles = mapRoles;
        this.settings = settings;
        this.trust = new ListTrust(startedAt, settings.lag(), waitingForOperator);
        this.approved = approved;
    }

    /** Everybody whom Partner Center has. */
    void members(List<AccountUser> members) {
        // Users are matched by id before others are matched by address.
        members.stream()
                .sorted((one, other) ->
                        Boolean.compare(links.containsKey(other.userId()), links.containsKey(one.userId())))
                .forEach(this::member);
    }

    private void member(AccountUser member) {
        var link = links.computeIfAbsent(member.userId(), id -> new UserLink(target.publisherKey(), id));
        var mapping = mapRoles.of(member.roles());
        entries.match(link, member.userPrincipalName(), mapping.role(), links.values());
        var entry = entries.of(link);
        if (mapping.isOpen()) {
            mapping = mapping.atLeast(
                    entry.filter(PublisherUser::active).map(PublisherUser::role).orElse(null));
            drifts.add(Drift.of(
                    DriftClass.UNMAPPED,
                    member,
                    entry,
                    mapping.role(),
                    DriftAction.MAP_ROLE,
                    String.join(", ", mapping.unknownRoles())));
        } else if (mapping.role() == null) {
            drifts.add(Drift.of(
                    DriftClass.UNMAPPED,
                    member,
                    entry,
                    null,
                    DriftAction.NO_ACCESS_BY_ROLE,
                    String.join(", ", member.roles())));
        }
        if (mapping.role() != null) {
            staying.add(member.userId());
            wantedLines.add(Parity.line(member.userPrincipalName(), mapping.role()));
        }
        var difference = DriftClass.between(member, mapping, entry);
        if (difference.isEmpty()) {
            link.shown();
            link.confirmed();
            if (trust.mayChange(link)) {
                link.seen(member, mapping, trust.asOf());
            }
            return;
        }
        different.add(member.userId());
        var action = trust.unlessMissingForLong(
                link,
                mapping.role(),
                difference.get() == DriftClass.EXTRA_IN_CPP ? trust.actionOnExtra(link) : trust.actionOn(link));
        drifts.add(Drift.of(difference.get(), member, entry, mapping.role(), action, null));
        if (action == DriftAction.OVERWRITTEN) {
            var operation = entry.isEmpty() ? ChangeOperation.ADD : ChangeOperation.CHANGE_ROLE;
            changes.add(change(
                    member.userId(), member.userPrincipalName(), member.displayName(), operation, member.roles()));
        }
    }

    /** Everybody whom Partner Center had. */
    void removed(List<AccountUser> members) {
        var present = members.stream().map(AccountUser::userId).collect(toSet());
        for (var link : List.copyOf(links.values())) {
            if (!present.contains(link.userId()) && !link.isPortalOnly()) {
                removed(link);
            }
        }
    }

    private void removed(UserLink link) {
        var entry = entries.of(link);
        if (link.role().isEmpty() && trust.mayChange(link)) {
            link.confirmed();
        }
        if (entry.isEmpty()) {
            if (link.role().isPresent() && trust.mayChange(link)) {
                changes.add(change(link.userId(), null, null, ChangeOperation.REMOVE, Set.of()));
            }
            // Kept as long as an older change of his might still come, and would bring him back.
            if (link.role().isEmpty() && link.changedAt().isBefore(startedAt.minus(settings.oldestChange()))) {
                forget(link);
            }
            return;
        }
        if (!entry.get().active()) {
            link.disabled(startedAt);
            if (link.disabledAt()
                            .filter(at -> at.isBefore(startedAt.minus(settings.purgeAfter())))
                            .isPresent()
                    && trust.mayChange(link)) {
                changes.add(change(link.userId(), null, null, ChangeOperation.PURGE, Set.of()));
            }
            return;
        }
        extra(link, entry.get());
    }

    private void extra(UserLink link, PublisherUser entry) {
        var action = trust.unlessMissingForLong(link, null, trust.actionOnExtra(link));
        var isToGo = action == DriftAction.OVERWRITTEN && !approved.contains(link.userId());
        different.add(link.userId());
        drifts.add(new Drift(
                DriftClass.EXTRA_IN_CPP,
                entry.address(),
                link.isPortalOnly() ? null : link.userId(),
                entry.userId(),
                null,
                entry.role().name(),
                // Whom Partner Center never had is no matter for this program alone.
                isToGo && link.isPortalOnly() ? DriftAction.WAITS_FOR_OPERATOR : action,
                link.keptBecause().orElse(null)));
        if (isToGo) {
            changes.add(change(link.userId(), null, null, ChangeOperation.REMOVE, Set.of()));
        }
    }

    /** Active entries that nobody in Partner Center is behind. */
    void strangers(UnmappableUserCheck.Judge judge) {
        UserLink.strangersKnownById(links.values()).forEach(this::forget);
        for (var entry : entries.all().values()) {
            var link = links.values().stream().filter(it -> it.isEntryOf(entry)).findFirst();
            if (entry.active() && link.filter(it -> !it.isPortalOnly()).isEmpty()) {
                stranger(
                        link.orElseGet(() -> UserLink.ofPortalOnly(target.publisherKey(), entry, startedAt)),
                        entry,
                        judge);
            }
        }
        links.values().stream()
                .filter(UserLink::isPortalOnly)
                .filter(link -> entries.of(link).isEmpty())
                .toList()
                .forEach(this::forget);
    }

    private void stranger(UserLink link, PublisherUser entry, UnmappableUserCheck.Judge judge) {
        links.put(link.userId(), link);
        if (hasStandIn(entry)) {
            list(link, entry, UnmappableUserCheck.Verdict.of(NoCounterpart.TWIN));
            return;
        }
        if (link.isTwin() || trust.waitsForOperator(link) || link.keptBecause().isPresent()) {
            extra(link, entry);
            return;
        }
        var verdict = judge.of(entry, link);
        if (verdict.kind() == null && verdict.action() == null) {
            link.hasNoCounterpart(null);
            extra(link, entry);
            return;
        }
        list(link, entry, verdict);
    }

    private void list(UserLink link, PublisherUser entry, UnmappableUserCheck.Verdict verdict) {
        link.hasNoCounterpart(verdict.kind());
        if (verdict.kind() == null) {
            different.add(link.userId());
        }
        drifts.add(new Drift(
                verdict.kind() == null ? DriftClass.EXTRA_IN_CPP : DriftClass.UNMAPPED,
                entry.address(),
                null,
                entry.userId(),
                null,
                entry.role().name(),
                verdict.action(),
                verdict.kind() == null ? null : verdict.kind().name()));
    }

    /** Whether the person has as much by another entry, which follows Partner Center. */
    private boolean hasStandIn(PublisherUser entry) {
        return entry.type() == UserType.USER
                && links.values().stream()
                        .filter(link -> !link.isPortalOnly() && link.role().isPresent())
                        .flatMap(link -> entries.of(link).stream())
                        .filter(other -> other.active() && other.role().compareTo(entry.role()) <= 0)
                        .anyMatch(other -> EmailAddress.areSame(other.address(), entry.address()));
    }

    /**
     * Why a change that has not had its effect is not to have it any more: lists that are surely newer show the user as he
     * is in the portal, or show that he stays.
     */
    Optional<String> outcomeOf(UserChange change) {
        if (change.userId() == null || change.occurredAt().isAfter(trust.asOf())) {
            return Optional.empty();
        }
        if (removes(change) && staying.contains(change.userId())) {
            return Optional.of("DISPROVED_BY_COMPARISON");
        }
        var waits = change.state() == ChangeState.HELD || change.state() == ChangeState.STAGED;
        return waits && !different.contains(change.userId()) ? Optional.of("NOTHING_LEFT_TO_DO") : Optional.empty();
    }

    private boolean removes(UserChange change) {
        return switch (change.operation()) {
            case REMOVE, PURGE -> true;
            case ADD, CHANGE_ROLE -> {
                var mapping = mapRoles.of(change.roles());
                yield mapping.role() == null && !mapping.isOpen();
            }
            case LOOK_UP, UNKNOWN -> false;
        };
    }

    private void forget(UserLink link) {
        links.remove(link.userId());
        if (!link.isNew()) {
            gone.add(link);
        }
    }

    private IncomingChange change(
            String userId, String address, String name, ChangeOperation operation, Set<String> roles) {
        var subject = UUID.nameUUIDFromBytes(userId.getBytes(StandardCharsets.UTF_8));
        var changeId = "reconciliation/" + startedAt.toEpochMilli() + "/" + subject;
        return new IncomingChange(changeId, trust.asOf(), userId, address, name, operation, operation.name(), roles);
    }

    /** Whether something was left as it is because Partner Center's lists may be behind. */
    boolean isToBeRepeated() {
        return drifts.stream().anyMatch(drift -> drift.action() == DriftAction.WAITS_FOR_PARTNER_CENTER);
    }

    /** Whether somebody is to be removed because the lists do not show him, which they may do by mistake. */
    boolean isToRemove() {
        return changes.stream().anyMatch(change -> change.operation() == ChangeOperation.REMOVE);
    }

    /** Whether nothing differs but what the portal alone has, and is to keep. */
    boolean isSettled() {
        return changes.isEmpty()
                && drifts.stream()
                        .allMatch(drift -> drift.driftClass() == DriftClass.UNMAPPED && drift.userId() == null);
    }

    List<Drift> drifts() {
        return drifts;
    }

    List<IncomingChange> changes() {
        return changes;
    }

    List<UserLink> newLinks() {
        return links.values().stream().filter(UserLink::isNew).toList();
    }

    List<UserLink> goneLinks() {
        return gone;
    }

    /** Both sides as they were read. */
    Parity parity() {
        return Parity.of(wantedLines.stream(), entries.all().values(), links.values());
    }
}
