package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;

/** A user of the old account who could not be carried over, with the reason and so with what to do. */
public record UserLeftBehind(String userId, Finding finding) {

    /** Whether the user has left the old account while it was moved. */
    public boolean hasLeft() {
        return finding.code() == FindingCode.USER_REMOVED;
    }
}
