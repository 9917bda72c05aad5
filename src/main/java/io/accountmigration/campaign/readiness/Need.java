package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Assessment;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.Severity;
import java.util.List;

/** What an account needs from people before it moves. Where it needs several things, the one that takes longest counts. */
public enum Need {
    /** The owner confirms; everything is as it should be. */
    CONFIRM_ONLY,
    /** The owner's sign-in address cannot own the new account. */
    ANOTHER_WORK_ADDRESS,
    /** The partner ID is missing, cannot be used, or is not verified yet. */
    ENROL,
    /** Something stands in the way that no owner can remove. */
    CANNOT_BE_CARRIED,
    /** Nobody can act for the account: an operator names somebody. */
    NO_OWNER,
    ALREADY_MIGRATED,
    /** A migration is under way. */
    IN_PROGRESS,
    /** Could not be found out. Says nothing about the account. */
    UNKNOWN;

    /** Whether somebody has to do something before the account could move with one click. */
    public boolean isBlocked() {
        return this == ANOTHER_WORK_ADDRESS || this == ENROL || this == CANNOT_BE_CARRIED || this == NO_OWNER;
    }

    static Need of(Assessment assessment) {
        var codes = assessment.findings().stream().map(Finding::code).toList();
        if (codes.contains(FindingCode.ALREADY_MIGRATED)) {
            return ALREADY_MIGRATED;
        }
        if (codes.contains(FindingCode.NO_OWNER)) {
            return NO_OWNER;
        }
        if (!assessment.eligible()) {
            return CANNOT_BE_CARRIED;
        }
        if (codes.stream().anyMatch(code -> code.name().startsWith("PARTNER_ID_"))) {
            return ENROL;
        }
        return asksTheOwner(codes) ? ANOTHER_WORK_ADDRESS : CONFIRM_ONLY;
    }

    private static boolean asksTheOwner(List<FindingCode> codes) {
        return codes.stream().anyMatch(code -> code.severity() == Severity.ACTION);
    }
}
