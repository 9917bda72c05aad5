package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.WriteResult;
import io.accountmigration.usersync.ChangeEffect;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserSync;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The writes of one run, one user after the other; a failure for one user does not prevent the next. */
class PortalWrites {

    private static final int READS_AFTER_EDITS = 3;

    private final CloudPartnerPortal portal;
    private final SyncCycle cycle;
    private final PortalEntries entries;
    private final PortalAddresses addresses;
    private final Map<PendingUserChange, String> failures = new LinkedHashMap<>();
    private int failuresInARow;
    private int successes;
    private Duration askedToWait;

    PortalWrites(CloudPartnerPortal portal, SyncCycle cycle, PortalEntries entries) {
        this.portal = portal;
        this.cycle = cycle;
        this.entries = entries;
        this.addresses = new PortalAddresses(portal, cycle, entries);
    }

    void write(AddressOrder.Step step) {
        if (step.givesAddressAway()) {
            attempt(step.candidate(), addresses::giveAway);
        } else if (writeAndCount(step.candidate())) {
            return;
        } else if (!isAskedToWait()) {
            attempt(step.candidate(), addresses::takeBack);
        }
    }

    private boolean writeAndCount(PendingUserChange candidate) {
        var isWritten = attempt(candidate, this::write);
        if (isWritten) {
            successes++;
            failuresInARow = 0;
            failures.remove(candidate);
        }
        return isWritten;
    }

    /**
     * Somebody may have become an owner meanwhile, or may become one now that it is known who waits for an address of
     * the one who stays, so that this one need not stay.
     */
    void tryHeldAgain() {
        if (held().isEmpty()) {
            return;
        }
        cycle.candidates().stream()
                .filter(candidate -> !isAskedToWait() && failures.containsKey(candidate))
                .filter(addresses::isWantedFromLeaver)
                .toList()
                .forEach(this::writeAndCount);
        held().stream()
                .filter(candidate -> entries.of(candidate.link())
                        .filter(entries::isLastOwner)
                        .isEmpty())
                .forEach(candidate -> attempt(candidate, this::write));
        cycle.candidates().stream().filter(addresses::isWaiting).forEach(this::writeAndCount);
    }

    private List<PendingUserChange> held() {
        return cycle.candidates().stream()
                .filter(candidate -> candidate.change().state() == ChangeState.HELD)
                .toList();
    }

    /** Whether it worked; if not, it is noted why. */
    private boolean attempt(PendingUserChange candidate, Function<PendingUserChange, Optional<WriteResult>> work) {
        try {
            for (var reads = 0; reads <= READS_AFTER_EDITS; reads++) {
                var writing = work.apply(candidate);
                if (writing.isEmpty()) {
                    return true;
                }
                if (writing.get() instanceof WriteResult.Refused refused) {
                    if (addresses.makeRoomFor(candidate)) {
                        continue;
                    }
                    // An answer: the portal is well, this user is not.
                    failuresInARow = 0;
                    failures.put(candidate, UserChange.refusal(refused.code()));
                    candidate.note(SyncStep.Kind.REFUSED, refused.code());
                    return false;
                }
                candidate.note(SyncStep.Kind.EDITED_MEANWHILE);
                readAgain();
            }
            failures.put(candidate, "EDITED_MEANWHILE");
        } catch (OutsideUnavailable unavailable) {
            candidate.note(unavailable.isRefusal() ? SyncStep.Kind.NO_RIGHTS : SyncStep.Kind.NO_ANSWER);
            if (unavailable.retryAfter().isPresent()) {
                askedToWait = unavailable.retryAfter().get();
                return false;
            }
            failuresInARow++;
            failures.put(candidate, FailureReason.ofPortal(unavailable).name());
        }
        return false;
    }

    /** Nothing where the user is as he should be or is held; else why not. */
    private Optional<WriteResult> write(PendingUserChange candidate) {
        var link = candidate.link();
        var entry = entries.of(link);
        var change = candidate.change();
        if (candidate.isUnmapped()) {
            change.decide(ChangeState.UNMAPPED, "UNKNOWN_ROLE", cycle.startedAt());
            return Optional.empty();
        }
        if (entry.filter(entries::isLastOwner).isPresent() && candidate.takesOwnerAway(entry)) {
            candidate.note(SyncStep.Kind.LAST_OWNER_STAYS);
            change.decide(ChangeState.HELD, "LAST_OWNER", cycle.startedAt());
            cycle.held();
            return Optional.empty();
        }
        if (candidate.isPurge()) {
            return purge(candidate, entry);
        }
        var wanted = candidate.wanted(entry).filter(it -> !entry.equals(Optional.of(it)));
        if (wanted.isEmpty()) {
            candidate.note(SyncStep.Kind.NOTHING_TO_WRITE);
            change.decide(ChangeState.UNCHANGED, null, cycle.startedAt());
            noteActivity(link, entry.filter(PublisherUser::active).isPresent());
            return Optional.empty();
        }
        return put(candidate, entry, wanted.get());
    }

    private Optional<WriteResult> put(
            PendingUserChange candidate, Optional<PublisherUser> entry, PublisherUser wanted) {
        var change = candidate.change();
        var writing = portal.putUser(cycle.target().publisherId(), wanted, entries.version(), key(change, "put"));
        if (!(writing instanceof WriteResult.Written written)) {
            return Optional.of(writing);
        }
        entries.wrote(wanted, written.version());
        candidate.link().isEntry(wanted.userId());
        noteActivity(candidate.link(), wanted.active());
        var effect = describe(entry) + " -> " + describe(Optional.of(wanted));
        candidate.note(SyncStep.Kind.WRITTEN, describe(entry), describe(Optional.of(wanted)));
        change.applied(ChangeEffect.of(entry, wanted), effect, cycle.startedAt());
        return Optional.empty();
    }

    private Optional<WriteResult> purge(PendingUserChange candidate, Optional<PublisherUser> entry) {
        var change = candidate.change();
        if (entry.isPresent() && entry.get().active()) {
            // Somebody enabled it meanwhile: a comparison decides, not the clock.
            change.decide(ChangeState.SUPERSEDED, "ENABLED_MEANWHILE", cycle.startedAt());
            return Optional.empty();
        }
        if (entry.isPresent()) {
            var writing = portal.removeUser(
                    cycle.target().publisherId(), entry.get().userId(), entries.version(), key(change, "purge"));
            if (!(writing instanceof WriteResult.Written written)) {
                return Optional.of(writing);
            }
            entries.removed(entry.get().userId(), written.version());
        }
        // He stays known as removed: an older change of his might still come.
        candidate.link().purged();
        change.applied(ChangeEffect.TIDIED, "DISABLED -> NONE", cycle.startedAt());
        return Optional.empty();
    }

    private void noteActivity(UserLink link, boolean active) {
        if (active) {
            link.enabled();
        } else {
            link.disabled(cycle.startedAt());
        }
    }

    private void readAgain() {
        var roster = portal.rosterOf(cycle.target().publisherId());
        if (FailureReason.of(roster).isPresent()) {
            throw new CloudPartnerPortalUnavailable("GET users named none", null, null);
        }
        entries.become(roster.get());
    }

    private RequestKey key(UserChange change, String step) {
        var correlation = UserSync.correlationOf(cycle.target().publisherId());
        return new RequestKey(correlation, "user-sync/" + step, change.userId() + "/" + change.changeId());
    }

    private static String describe(Optional<PublisherUser> entry) {
        return entry.map(it -> it.active() ? it.role().name() : "DISABLED").orElse("NONE");
    }

    boolean isAskedToWait() {
        return askedToWait != null;
    }

    int failuresInARow() {
        return failuresInARow;
    }

    int successes() {
        return successes;
    }

    /** When most calls failed it is nobody's own failure; else each waits for another try, less and less often. */
    void settleFailures(SyncSettings settings) {
        var now = cycle.startedAt();
        if (askedToWait != null) {
            cycle.candidates().stream()
                    .map(PendingUserChange::change)
                    .filter(change -> change.state() == ChangeState.PENDING)
                    .forEach(change -> change.waitUntil(now.plus(askedToWait)));
        } else if (successes == 0 && failuresInARow >= ApplyChanges.ENOUGH_FAILURES) {
            cycle.failed(FailureReason.MOST_CALLS_FAILED);
            return;
        }
        failures.forEach((candidate, reason) -> {
            var change = candidate.change();
            change.failed(reason, now.plus(settings.waitAfter(change.attempts() + 1)));
        });
    }
}
