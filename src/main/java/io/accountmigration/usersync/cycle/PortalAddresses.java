package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.WriteResult;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserSync;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Frees addresses in a portal that takes each of them only once. */
class PortalAddresses {

    private static final int LONGEST_LOCAL_PART = 64;

    private final CloudPartnerPortal portal;
    private final SyncCycle cycle;
    private final PortalEntries entries;
    private final Map<PendingUserChange, PublisherUser> givenAway = new HashMap<>();
    private final Set<PendingUserChange> helped = new HashSet<>();
    private final Set<PendingUserChange> waiting = new HashSet<>();

    PortalAddresses(CloudPartnerPortal portal, SyncCycle cycle, PortalEntries entries) {
        this.portal = portal;
        this.cycle = cycle;
        this.entries = entries;
    }

    /** Puts a user under a substitute of the address that he is to get, until that one is free. */
    Optional<WriteResult> giveAway(PendingUserChange candidate) {
        var entry = entries.of(candidate.link());
        var wanted = candidate.wanted(entry);
        if (entry.isEmpty() || wanted.isEmpty()) {
            return Optional.empty();
        }
        var writing = put(substitute(entry.get(), wanted.get().address()), candidate, "give-away");
        if (writing.isEmpty()) {
            givenAway.put(candidate, entry.get());
        }
        return writing;
    }

    /** Gives a user back what he gave away in vain. */
    Optional<WriteResult> takeBack(PendingUserChange candidate) {
        var before = givenAway.remove(candidate);
        return before == null ? Optional.empty() : put(before, candidate, "take-back");
    }

    /**
     * Helps, once, a user whose entry was refused: the entry of somebody who is gone and has the address becomes his, or
     * loses the address, as does the entry of somebody who waits for another address.
     *
     * @return whether it is worth another try
     */
    boolean makeRoomFor(PendingUserChange candidate) {
        var entry = entries.of(candidate.link());
        var holder = candidate.wanted(entry).filter(PublisherUser::active).flatMap(entries::holderOf);
        if (holder.isEmpty() || helped.contains(candidate)) {
            return false;
        }
        var gone = linkOfGone(holder.get());
        if (entry.isEmpty() && gone.isPresent()) {
            helped.add(candidate);
            gone.get().purged();
            candidate.link().isEntry(holder.get().userId());
            return true;
        }
        var leaver = leaverOf(holder.get());
        var isFree = (!holder.get().active() || leaver.isPresent())
                && helped.add(candidate)
                && put(substitute(holder.get(), holder.get().address()), candidate, "make-observer")
                        .isEmpty();
        leaver.filter(it -> isFree).ifPresent(waiting::add);
        return isFree;
    }

    /** Whether somebody who leaves an address is all that keeps this user from getting it. */
    boolean isWantedFromLeaver(PendingUserChange candidate) {
        return candidate
                .wanted(entries.of(candidate.link()))
                .filter(PublisherUser::active)
                .flatMap(entries::holderOf)
                .flatMap(this::leaverOf)
                .isPresent();
    }

    /** Whether this user stands under a substitute, and waits for an address that was not free before. */
    boolean isWaiting(PendingUserChange candidate) {
        return waiting.contains(candidate);
    }

    /**
     * The user whose entry this is, where he has another address by now, which only somebody has who stays as the last
     * owner: the address that he leaves is free for who has it, who may be the next owner.
     */
    private Optional<PendingUserChange> leaverOf(PublisherUser holder) {
        return cycle.candidates().stream()
                .filter(candidate -> candidate.link().isEntryOf(holder))
                .filter(candidate -> candidate
                        .wanted(Optional.of(holder))
                        .filter(PublisherUser::active)
                        .filter(wanted -> !EmailAddress.areSame(wanted.address(), holder.address()))
                        .flatMap(entries::holderOf)
                        .filter(this::isHeld)
                        .isPresent())
                .findFirst();
    }

    private boolean isHeld(PublisherUser entry) {
        return cycle.candidates().stream()
                .anyMatch(candidate -> candidate.change().state() == ChangeState.HELD
                        && candidate.link().isEntryOf(entry));
    }

    private Optional<UserLink> linkOfGone(PublisherUser holder) {
        return cycle.links().stream()
                .filter(link -> !link.isPortalOnly() && link.isEntryOf(holder))
                .filter(link -> link.role().isEmpty()
                        && !link.mapping().isOpen()
                        && link.keptBecause().isEmpty())
                .findFirst();
    }

    private Optional<WriteResult> put(PublisherUser user, PendingUserChange candidate, String step) {
        var change = candidate.change();
        var key = new RequestKey(
                UserSync.correlationOf(cycle.target().publisherId()),
                "user-sync/" + step,
                change.userId() + "/" + change.changeId() + "/" + change.attempts());
        var writing = portal.putUser(cycle.target().publisherId(), user, entries.version(), key);
        if (!(writing instanceof WriteResult.Written written)) {
            return Optional.of(writing);
        }
        entries.wrote(user, written.version());
        return Optional.empty();
    }

    /** An address that nobody signs in with, and that leads to the same mailbox. */
    private static PublisherUser substitute(PublisherUser user, String address) {
        var tag = "+"
                + UUID.nameUUIDFromBytes(user.userId().getBytes(StandardCharsets.UTF_8))
                        .toString()
                        .substring(0, 8);
        var at = address.lastIndexOf('@');
        var local = at < 0 ? address : address.substring(0, Math.min(at, LONGEST_LOCAL_PART - tag.length()));
        var domain = at < 0 ? "" : address.substring(at);
        return new PublisherUser(
                user.userId(), local + tag + domain, user.displayName(), user.type(), user.role(), user.active());
    }
}
