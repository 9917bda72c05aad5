package io.accountmigration.campaign.readiness;

import io.accountmigration.migration.followup.MailLimits;
import io.accountmigration.publisher.Publisher;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps what was found out about an account, and tells its owners when nothing stands in the way any more:
 * one of them at least, if need be later. */
@Component
class SaveVerdict {

    private final ReadinessVerdicts verdicts;
    private final ReadinessMails mails;
    private final MailLimits mailLimits;
    private final ReadinessSettings settings;
    private final Clock clock;

    SaveVerdict(
            ReadinessVerdicts verdicts,
            ReadinessMails mails,
            MailLimits mailLimits,
            ReadinessSettings settings,
            Clock clock) {
        this.verdicts = verdicts;
        this.mails = mails;
        this.mailLimits = mailLimits;
        this.settings = settings;
        this.clock = clock;
    }

    void note(AccountAssessment outcome) {
        var verdict = verdicts.findById(Publisher.keyOf(outcome.publisherId()))
                .orElseGet(() -> new ReadinessVerdict(outcome.publisherId()));
        var nextLook = clock.instant().plus(settings.recheckInterval());
        var blockedSince = verdict.blockedSince();
        if (verdict.found(outcome, nextLook) && !tellOwners(outcome)) {
            verdict.tellLater(blockedSince.orElseThrow(), nextLook);
        }
        verdicts.save(verdict);
    }

    /** False where all of them have had enough mail for now. */
    private boolean tellOwners(AccountAssessment outcome) {
        var allowed = mailLimits.allowed(outcome.owners());
        allowed.forEach(owner -> mails.sendReady(outcome.publisherId(), owner));
        return !allowed.isEmpty();
    }
}
