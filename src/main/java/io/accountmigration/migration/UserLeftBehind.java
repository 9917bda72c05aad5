package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;

/** A user of the old account who could not be carried over, with the reason and so with what to do. */
public record UserLeftBehind(String userId, Finding finding) {}
