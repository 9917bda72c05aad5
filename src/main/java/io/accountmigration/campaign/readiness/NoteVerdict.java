package io.accountmigration.campaign.readiness;

import java.time.Clock;
import org.springframework.stereotype.Component;

/** Keeps what was found out about an account, and tells its owners when nothing stands in the way any more. */
@Component
class NoteVerdict {

    private final ReadinessVerdicts verdicts;
    private final ReadinessMails mails;
    private final ReadinessSettings settings;
    private final Clock clock;

    NoteVerdict(ReadinessVerdicts verdicts, ReadinessMails mails, ReadinessSettings settings, Clock clock) {
        this.verdicts = verdicts;
        this.mails = mails;
        this.settings = settings;
        this.clock = clock;
    }

    void note(Outcome outcome) {
        var verdict = verdicts.findById(ReadinessVerdict.keyOf(outcome.publisherId()))
                .orElseGet(() -> new ReadinessVerdict(outcome.publisherId()));
        if (verdict.found(outcome, clock.instant().plus(settings.recheckInterval()))) {
            outcome.owners().forEach(owner -> mails.sendReady(outcome.publisherId(), owner));
        }
        verdicts.save(verdict);
    }
}
