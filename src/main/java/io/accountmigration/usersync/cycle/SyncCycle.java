package io.accountmigration.usersync.cycle;

import io.accountmigration.partner.AccountCondition;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.ReconcileReason;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserLink;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One run through a publisher's changes: what is known, what is to be done, and how it went. */
public class SyncCycle {

    private final SyncTarget target;
    private final Instant startedAt;
    private final Map<String, UserLink> links;
    private final Map<String, PendingUserChange> candidates = new LinkedHashMap<>();
    private final Set<ReconcileReason> reconcileReasons = EnumSet.noneOf(ReconcileReason.class);
    private Map<String, PublisherUser> entries;
    private FailureReason failure;
    private AccountCondition condition;
    private boolean unfinished;
    private boolean settling;
    private final Set<String> stagedBefore = new HashSet<>();
    private boolean stagedAnew;
    private boolean heldBefore;
    private boolean held;
    private boolean stagedEverywhere;
    private final List<UserLink> goneLinks = new ArrayList<>();

    SyncCycle(SyncTarget target, Instant startedAt, Map<String, UserLink> links) {
        this.target = target;
        this.startedAt = startedAt;
        this.links = links;
    }

    SyncTarget target() {
        return target;
    }

    Instant startedAt() {
        return startedAt;
    }

    Collection<UserLink> links() {
        return links.values();
    }

    UserLink linkOf(String userId) {
        return links.computeIfAbsent(userId, id -> new UserLink(target.publisherKey(), id));
    }

    Optional<UserLink> knownLinkOf(String userId) {
        return Optional.ofNullable(links.get(userId));
    }

    /** Takes a change on; answers the one of the same user that it replaces. */
    Optional<PendingUserChange> takeOn(UserChange change) {
        return takeOn(new PendingUserChange(change, linkOf(change.userId())));
    }

    Optional<PendingUserChange> takeOn(PendingUserChange candidate) {
        return Optional.ofNullable(candidates.put(candidate.change().userId(), candidate));
    }

    Collection<PendingUserChange> candidates() {
        return candidates.values();
    }

    /** Whose entry has turned out to be that of a user in Partner Center is no stranger any more. */
    void endStrangers() {
        for (var link : UserLink.strangersKnownById(links.values())) {
            Optional.ofNullable(candidates.remove(link.userId()))
                    .ifPresent(stranger -> stranger.change().decide(ChangeState.SUPERSEDED, "KNOWN_BY_ID", startedAt));
            forget(link);
        }
    }

    void mustReconcile(ReconcileReason reason) {
        reconcileReasons.add(reason);
    }

    Set<ReconcileReason> reconcileReasons() {
        return reconcileReasons;
    }

    void read(Map<String, PublisherUser> portalEntries) {
        entries = portalEntries;
    }

    Optional<Map<String, PublisherUser>> entries() {
        return Optional.ofNullable(entries);
    }

    void failed(FailureReason reason) {
        failure = reason;
    }

    Optional<FailureReason> failure() {
        return Optional.ofNullable(failure);
    }

    /** The account was looked at: nothing of one that is not active is carried over. */
    void accountFound(AccountCondition found) {
        condition = found;
        if (AccountCondition.isLoss(found)) {
            failed(FailureReason.ACCOUNT_NOT_ACTIVE);
        }
    }

    Optional<AccountCondition> accountCondition() {
        return Optional.ofNullable(condition);
    }

    /** Something is left for the next run. */
    void leaveRest() {
        unfinished = true;
    }

    boolean isUnfinished() {
        return unfinished;
    }

    /** Removals wait a moment for others. */
    void settle() {
        settling = true;
    }

    boolean isSettling() {
        return settling;
    }

    /** What waited already before this run. */
    void waited(Collection<UserChange> waiting) {
        for (var change : waiting) {
            heldBefore |= change.state() == ChangeState.HELD;
            if (change.state() == ChangeState.STAGED) {
                stagedBefore.add(change.reason());
            }
        }
    }

    /** Removals wait for an operator from now on. */
    void staged(String reason, int count) {
        stagedAnew |= count > 0 && !stagedBefore.contains(reason);
    }

    /** Whether removals wait for a reason for which none waited before. */
    boolean isStagedAnew() {
        return stagedAnew;
    }

    /** The last owner stays, although Partner Center has removed him. */
    void held() {
        held = true;
    }

    boolean isHeldAnew() {
        return held && !heldBefore;
    }

    /** Removals of all publishers together have become too many just now. */
    void stagedEverywhere() {
        stagedEverywhere = true;
    }

    boolean isStagedEverywhere() {
        return stagedEverywhere;
    }

    void forget(UserLink link) {
        links.remove(link.userId());
        goneLinks.add(link);
    }

    List<UserLink> goneLinks() {
        return goneLinks;
    }
}
