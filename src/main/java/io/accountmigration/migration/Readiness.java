package io.accountmigration.migration;

/** What decides where a case goes on while it is being prepared. */
public record Readiness(boolean workAccount, Membership membership, boolean tenantMatches, boolean codeNeeded) {}
