package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import java.time.Clock;
import java.time.Duration;
import org.springframework.stereotype.Component;

/**
 * Keeps the names of partners' organisations from whoever tries one partner ID or address after the other: they tell
 * which company is behind an ID. The audit trails count, so several nodes count together.
 */
@Component
class TenantNames {

    private static final Duration DAY = Duration.ofDays(1);

    private final MigrationEvents events;
    private final MigrationSettings settings;
    private final Clock clock;

    TenantNames(MigrationEvents events, MigrationSettings settings, Clock clock) {
        this.events = events;
        this.settings = settings;
        this.clock = clock;
    }

    /** This mismatch as its owner may be told of it: without the name, once too many were asked for. */
    Finding toldTo(String owner, Finding mismatch) {
        var told = events.countSentBack(
                owner, mismatch.code().name(), clock.instant().minus(DAY));
        return told < settings.tenantNames() ? mismatch : mismatch.code().naming();
    }
}
