package io.accountmigration.migration.preparation;

import io.accountmigration.migration.Membership;

/** What decides where a case goes on while it is being prepared. */
public record Readiness(
        boolean microsoftAccount,
        boolean workAccount,
        Membership membership,
        boolean tenantMatches,
        boolean codeNeeded) {}
