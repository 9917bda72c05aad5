package io.accountmigration.usersync;

import io.accountmigration.publisher.OutageChange;
import io.accountmigration.publisher.OutsideAllowance;
import java.time.Clock;
import java.util.List;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Lets go on at once, when a system answers again, what was to be tried later because it did not. */
@Component
class ResumeAfterOutage {

    private final UserSyncs userSyncs;
    private final UserChanges changes;
    private final Clock clock;

    ResumeAfterOutage(UserSyncs userSyncs, UserChanges changes, Clock clock) {
        this.userSyncs = userSyncs;
        this.changes = changes;
        this.clock = clock;
    }

    @EventListener
    @Transactional
    public void changed(OutageChange change) {
        if (change instanceof OutageChange.Ended ended) {
            var reasons = reasonsOf(ended.system());
            userSyncs.tryNow(reasons);
            changes.tryNow(reasons.stream().map(FailureReason::name).toList(), clock.instant());
        }
    }

    private static List<FailureReason> reasonsOf(String system) {
        return system.equals(OutsideAllowance.PARTNER_CENTER)
                ? List.of(FailureReason.PARTNER_CENTER_UNAVAILABLE)
                : List.of(FailureReason.PORTAL_UNAVAILABLE, FailureReason.MOST_CALLS_FAILED);
    }
}
