package io.accountmigration.migration.preparation;

import io.accountmigration.migration.MembershipStatus;
import io.accountmigration.migration.MigrationStep;
import java.util.Optional;

/** What decides where a case continues while it is being prepared. */
public record PreparationStatus(
        boolean microsoftAccount,
        boolean workAccount,
        MembershipStatus membership,
        boolean tenantMatches,
        boolean codeNeeded) {

    /** The step that begins by itself; none where an owner is asked first. */
    public Optional<MigrationStep> nextStep() {
        if (!workAccount || !tenantMatches) {
            return Optional.empty();
        }
        return switch (membership) {
            case PENDING -> Optional.of(MigrationStep.AWAIT_ENROLMENT);
            case USABLE -> codeNeeded ? Optional.empty() : Optional.of(MigrationStep.LOCK_PUBLISHER);
            case UNUSABLE -> Optional.empty();
        };
    }
}
