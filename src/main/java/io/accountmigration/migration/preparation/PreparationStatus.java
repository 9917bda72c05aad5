package io.accountmigration.migration.preparation;

import io.accountmigration.migration.MembershipStatus;

/** What decides where a case continues while it is being prepared. */
public record PreparationStatus(
        boolean microsoftAccount,
        boolean workAccount,
        MembershipStatus membership,
        boolean tenantMatches,
        boolean codeNeeded) {}
