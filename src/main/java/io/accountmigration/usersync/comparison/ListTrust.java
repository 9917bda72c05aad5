package io.accountmigration.usersync.comparison;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.UserLink;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

/**
 * How far one reading of Partner Center's lists is trusted, which may be behind: what is done now about a difference, and
 * what waits.
 *
 * @param lag by how much the lists may be behind
 * @param waitingForOperator the ids of users about whom operators decide
 */
record ListTrust(Instant readAt, Duration lag, Set<String> waitingForOperator) {

    DriftAction actionOnExtra(UserLink link) {
        if (link.keptBecause().isPresent()) {
            return DriftAction.KEPT_BY_OPERATOR;
        }
        return waitsForOperator(link) ? DriftAction.WAITS_FOR_OPERATOR : actionOn(link);
    }

    /** Waits where only a list takes something from the user, until another one that is surely newer does so, too. */
    DriftAction unlessMissingForLong(UserLink link, PublisherRole shown, DriftAction action) {
        var isWorthLess = link.isWorthMoreThan(shown);
        if (!isWorthLess) {
            link.shown();
        }
        return isWorthLess
                        && action == DriftAction.OVERWRITTEN
                        && link.missing(readAt).isAfter(asOf())
                ? DriftAction.WAITS_FOR_PARTNER_CENTER
                : action;
    }

    DriftAction actionOn(UserLink link) {
        return mayChange(link) ? DriftAction.OVERWRITTEN : DriftAction.WAITS_FOR_PARTNER_CENTER;
    }

    boolean waitsForOperator(UserLink link) {
        return waitingForOperator.contains(link.userId());
    }

    /** A recent change from the feed may be newer than what the lists show. */
    boolean mayChange(UserLink link) {
        return !link.changedAt().isAfter(asOf());
    }

    /** What the lists show was true then; what changed since may not be among it. */
    Instant asOf() {
        return readAt.minus(lag);
    }
}
