package io.accountmigration.web.usersync;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.usersync.operations.DecideRemovals;
import io.accountmigration.usersync.operations.RequestReconciliation;
import io.accountmigration.usersync.operations.UserSyncOutcome;
import io.accountmigration.web.CallRefused;
import io.accountmigration.web.OperatorReason;
import io.accountmigration.web.WebSettings;
import io.accountmigration.web.text.SingleLineText;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What operators ask of the sync of a publisher's users, the same on the page and over REST. */
@Component
public class UserSyncFacade {

    private static final int LONGEST_USER = 320;
    private static final Duration PAUSE = Duration.ofMillis(100);

    /** One user who is being synchronised; no outcome means that the work continues. */
    public record UserUnderWay(String changeId, Optional<UserSyncOutcome> outcome) {}

    private final MovedPublishers moved;
    private final RequestReconciliation reconciliation;
    private final DecideRemovals removals;
    private final UserSyncTexts texts;
    private final Duration patience;

    UserSyncFacade(
            MovedPublishers moved,
            RequestReconciliation reconciliation,
            DecideRemovals removals,
            UserSyncTexts texts,
            WebSettings settings) {
        this.moved = moved;
        this.reconciliation = reconciliation;
        this.removals = removals;
        this.texts = texts;
        this.patience = settings.userSyncPatience();
    }

    /** Has all users compared, soon. */
    public void compare(String publisherId, Caller caller) {
        caller.require(Role.OPERATOR);
        moved.run(publisherId, () -> reconciliation.ofAll(publisherId));
    }

    /** Has one user put in step, and waits for the outcome as long as callers have patience. */
    public UserUnderWay sync(String publisherId, String user, Caller caller, Locale locale) {
        caller.require(Role.OPERATOR);
        if (!SingleLineText.isGiven(user, LONGEST_USER)) {
            throw CallRefused.field("userId");
        }
        var changeId = moved.ask(publisherId, () -> reconciliation.ofUser(publisherId, InvisibleText.trim(user)));
        return new UserUnderWay(changeId, await(publisherId, changeId).map(outcome -> inWords(outcome, locale)));
    }

    private UserSyncOutcome inWords(UserSyncOutcome outcome, Locale locale) {
        return new UserSyncOutcome(
                outcome.userId(),
                outcome.userPrincipalName(),
                outcome.state(),
                outcome.reason(),
                outcome.steps().stream().map(step -> texts.step(step, locale)).toList());
    }

    /** Has the removals done that were staged up to a time, or all where none is given; answers how many. */
    public int approve(String publisherId, String seenUntil, String reason, Caller caller) {
        return decide(removals::approve, publisherId, seenUntil, reason, caller);
    }

    /** Lets the users stay whose removal was staged up to a time, or at all; answers how many. */
    public int reject(String publisherId, String seenUntil, String reason, Caller caller) {
        return decide(removals::reject, publisherId, seenUntil, reason, caller);
    }

    /** One of the two decisions; answers on how many. */
    private interface Decision {

        int on(String publisherId, Instant seenUntil, String operator, String reason);
    }

    private int decide(Decision decision, String publisherId, String seenUntil, String reason, Caller caller) {
        caller.require(Role.OPERATOR);
        var because = OperatorReason.in(reason);
        var seen = time(seenUntil);
        return moved.ask(publisherId, () -> decision.on(publisherId, seen, caller.userId(), because));
    }

    private static Instant time(String seenUntil) {
        if (seenUntil == null || seenUntil.isEmpty()) {
            return Instant.MAX;
        }
        try {
            return Instant.parse(seenUntil);
        } catch (DateTimeParseException noTime) {
            throw CallRefused.field("stagedUntil");
        }
    }

    private Optional<UserSyncOutcome> await(String publisherId, String changeId) {
        var deadline = System.nanoTime() + patience.toNanos();
        var outcome = reconciliation.outcomeOf(publisherId, changeId);
        try {
            while (outcome.isEmpty() && System.nanoTime() < deadline) {
                Thread.sleep(PAUSE.toMillis());
                outcome = reconciliation.outcomeOf(publisherId, changeId);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        return outcome;
    }
}
