package io.accountmigration.campaign.readiness;

import io.accountmigration.migration.Migrations;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Adds to a report what needs no call: accounts with a running migration, and recent verdicts. */
@Component
class ReuseRecentVerdicts {

    private static final int AT_ONCE = 100;

    private final ReadinessResults results;
    private final ReadinessVerdicts verdicts;
    private final Migrations migrations;
    private final Clock clock;

    ReuseRecentVerdicts(ReadinessResults results, ReadinessVerdicts verdicts, Migrations migrations, Clock clock) {
        this.results = results;
        this.verdicts = verdicts;
        this.migrations = migrations;
        this.clock = clock;
    }

    /** Goes on to the next account that has to be looked at; answers whether there was not time enough for that. */
    boolean take(ReadinessReport report) {
        for (var taken = 0; taken < AT_ONCE; taken++) {
            if (!report.hasNext() || !isKnown(next(report), report)) {
                return false;
            }
            report.next();
        }
        return true;
    }

    private ReadinessResult next(ReadinessReport report) {
        return results.findById(new ReadinessResult.Id(report.id(), report.nextPosition()))
                .orElseThrow();
    }

    private boolean isKnown(ReadinessResult result, ReadinessReport report) {
        if (migrations.living(result.publisherId()).isPresent()) {
            result.inProgress(clock.instant());
            return true;
        }
        var verdict = verdicts.findById(result.publisherKey())
                .filter(known -> !known.assessedAt().isBefore(report.freshSince()));
        verdict.ifPresent(result::reuse);
        return verdict.isPresent();
    }
}
