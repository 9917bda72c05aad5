package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncSettings.Removals;
import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserChanges;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Lets removals through only when they cannot be the mistake of somebody or something: else an operator decides. */
@Component
class GuardRemovals {

    private static final String EVERYWHERE = "TOO_MANY_REMOVALS_EVERYWHERE";

    private final UserChanges changes;
    private final RemovalLock lock;
    private final RemovalEvidence evidence;
    private final SyncSettings settings;

    GuardRemovals(UserChanges changes, RemovalLock lock, RemovalEvidence evidence, SyncSettings settings) {
        this.changes = changes;
        this.lock = lock;
        this.evidence = evidence;
        this.settings = settings;
    }

    void check(SyncCycle cycle, PortalEntries entries) {
        var removals = cycle.candidates().stream()
                .filter(candidate -> !candidate.change().isApproved())
                .filter(candidate -> candidate.removes(entries.of(candidate.link())))
                .filter(candidate -> !isDoubtful(candidate, cycle, entries))
                .toList();
        var fresh = removals.stream()
                .filter(removal -> removal.change().state() != ChangeState.STAGED)
                .toList();
        var settled = fresh.stream()
                .filter(removal -> !isSettling(removal.change(), cycle))
                .toList();
        if (settled.size() < fresh.size()) {
            // Each waits its own time: one that comes later puts off no other.
            fresh.stream()
                    .map(PendingUserChange::change)
                    .filter(change -> isSettling(change, cycle))
                    .forEach(change -> change.waitUntil(change.receivedAt().plus(settings.settle())));
            cycle.settle();
        }
        if (settled.isEmpty()) {
            return;
        }
        // Once some wait for an operator, what follows is part of the same question.
        if (fresh.size() < removals.size() || areTooMany(removals.size(), cycle, entries)) {
            stage(settled, "TOO_MANY_REMOVALS", cycle);
        } else if (!lock.hold()) {
            settled.forEach(
                    removal -> removal.change().waitUntil(cycle.startedAt().plus(settings.settle())));
            cycle.settle();
        } else if (areTooManyEverywhere(settled.size(), cycle)) {
            if (changes.countStagedSince(EVERYWHERE, window(cycle)) == 0) {
                cycle.stagedEverywhere();
            }
            stageAll(settled, EVERYWHERE, cycle);
        } else {
            stage(ofWholeTenants(settled, entries, cycle), "TENANT_REMOVED", cycle);
        }
    }

    /** What an operator has to decide about for itself; others do not wait for it. */
    private boolean isDoubtful(PendingUserChange removal, SyncCycle cycle, PortalEntries entries) {
        var change = removal.change();
        var reason = evidence.whyDoubtful(removal, entries.of(removal.link()));
        var waits = change.state() == ChangeState.STAGED;
        if (reason.isPresent() && !waits) {
            stage(List.of(removal), reason.get(), cycle);
        } else if (reason.isEmpty() && waits && RemovalEvidence.isAllThatIsMissing(change)) {
            change.decide(ChangeState.PENDING, null, cycle.startedAt());
        }
        return reason.isPresent();
    }

    private boolean areTooMany(int removals, SyncCycle cycle, PortalEntries entries) {
        var key = cycle.target().publisherKey();
        var lately = changes.countRemovedSince(key, window(cycle));
        var today = changes.countRemovedSince(key, day(cycle));
        var users = entries.activeUsers();
        return settings.removals().areTooMany(removals + lately, users + lately)
                || settings.removals().areTooManyInADay(removals + today, users + today);
    }

    /** What other publishers lose, have asked to lose and are kept from losing counts together. */
    private boolean areTooManyEverywhere(int removals, SyncCycle cycle) {
        var everywhere = settings.removals().everywhere();
        var coming = removals + changes.countOthersWithRemovals(cycle.target().publisherKey());
        return coming + goneEverywhere(window(cycle)) > everywhere.maxCount()
                || coming + goneEverywhere(day(cycle)) > everywhere.maxCountPerDay();
    }

    private long goneEverywhere(Instant since) {
        return changes.countRemovedSince(since) + changes.countStagedSince(EVERYWHERE, since);
    }

    private Instant window(SyncCycle cycle) {
        return cycle.startedAt().minus(settings.removals().window());
    }

    private static Instant day(SyncCycle cycle) {
        return cycle.startedAt().minus(Removals.DAY);
    }

    /** A removal that a comparison or an operator asked for has been looked at as a whole already. */
    private boolean isSettling(UserChange change, SyncCycle cycle) {
        return change.source().isTold()
                && change.receivedAt().isAfter(cycle.startedAt().minus(settings.settle()));
    }

    private static void stage(List<PendingUserChange> removals, String reason, SyncCycle cycle) {
        stageAll(removals, reason, cycle);
        cycle.staged(reason, removals.size());
    }

    private static void stageAll(List<PendingUserChange> removals, String reason, SyncCycle cycle) {
        for (var removal : removals) {
            removal.note(SyncStep.Kind.WAITS_FOR_OPERATOR, reason);
            removal.change().decide(ChangeState.STAGED, reason, cycle.startedAt());
        }
    }

    /**
     * Several removals, some of them lately, after which nobody of their domain is left: its tenant was taken from the
     * account, not people.
     */
    private List<PendingUserChange> ofWholeTenants(
            List<PendingUserChange> removals, PortalEntries entries, SyncCycle cycle) {
        var going = removals.stream()
                .map(removal -> removal.link().portalUserId().orElseThrow())
                .collect(Collectors.toSet());
        var staying = domainsOf(entries, going);
        var lately = lately(entries, cycle);
        var byDomain = removals.stream()
                .collect(Collectors.groupingBy(removal ->
                        domainOf(entries.of(removal.link()).orElseThrow().address())));
        return byDomain.entrySet().stream()
                .filter(domain -> domain.getValue().size() > 1 || lately.contains(domain.getKey()))
                .filter(domain -> !staying.contains(domain.getKey()))
                .flatMap(domain -> domain.getValue().stream())
                .toList();
    }

    /** The domains of which somebody was removed within a day. */
    private Set<String> lately(PortalEntries entries, SyncCycle cycle) {
        var since = day(cycle);
        return cycle.links().stream()
                .filter(link ->
                        link.disabledAt().filter(at -> at.isAfter(since)).isPresent())
                .flatMap(link -> entries.of(link).stream())
                .map(entry -> domainOf(entry.address()))
                .collect(Collectors.toSet());
    }

    private static Set<String> domainsOf(PortalEntries entries, Set<String> without) {
        return entries.all().values().stream()
                .filter(PublisherUser::active)
                .filter(entry -> !without.contains(entry.userId()))
                .map(PublisherUser::address)
                .filter(Objects::nonNull)
                .map(GuardRemovals::domainOf)
                .collect(Collectors.toSet());
    }

    private static String domainOf(String address) {
        if (address == null) {
            return "";
        }
        var key = EmailAddress.keyOf(address);
        return key.substring(key.lastIndexOf('@') + 1);
    }
}
