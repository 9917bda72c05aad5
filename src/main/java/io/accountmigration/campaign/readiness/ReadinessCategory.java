package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.Assessment;
import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import java.util.stream.Stream;

/** What an account needs from people before it moves. Where it needs several things, the one that takes longest counts. */
public enum ReadinessCategory {
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

    static ReadinessCategory of(Assessment assessment) {
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
        var needs = codes.stream().map(ReadinessCategory::of).toList();
        return Stream.of(ENROL, ANOTHER_WORK_ADDRESS)
                .filter(needs::contains)
                .findFirst()
                .orElse(CONFIRM_ONLY);
    }

    /** What one finding asks for; there is no default, so that a new code has to say. */
    private static ReadinessCategory of(FindingCode code) {
        return switch (code) {
            case ALREADY_MIGRATED -> ALREADY_MIGRATED;
            case NO_OWNER -> NO_OWNER;
            case ACCOUNT_CONFLICT,
                    USER_LIST_INCOMPLETE,
                    NO_OWNER_ARRIVED,
                    NO_OWNER_LEFT,
                    ACCOUNT_NOT_ACTIVE,
                    SUSPENDED,
                    STEP_STOPPED -> CANNOT_BE_CARRIED;
            case PARTNER_ID_MISSING,
                    PARTNER_ID_MALFORMED,
                    PARTNER_ID_NOT_FOUND,
                    PARTNER_ID_PENDING,
                    PARTNER_ID_REJECTED -> ENROL;
            case EMAIL_INVALID,
                    ADDRESS_OF_ANOTHER_USER,
                    CONSUMER_ACCOUNT,
                    NO_TENANT,
                    UNMANAGED_TENANT,
                    TENANT_MISMATCH -> ANOTHER_WORK_ADDRESS;
            case USERS_NOT_SHOWN_YET,
                    CODE_WRONG,
                    CODE_EXPIRED,
                    CODE_NOT_SENT,
                    EMAIL_UNDELIVERABLE,
                    OWNER_CHANGED,
                    USER_IS_GROUP,
                    USER_IS_SERVICE_PRINCIPAL,
                    USER_HAS_CONSUMER_ACCOUNT,
                    USER_OUTSIDE_TENANT,
                    USER_ADDRESS_MALFORMED,
                    USER_DISABLED,
                    USER_IS_TWIN,
                    USER_REMOVED,
                    USER_CREATED_AGAIN,
                    USER_REFUSED,
                    USER_NOT_ARRIVED,
                    SIGN_IN_REPLACED -> CONFIRM_ONLY;
        };
    }
}
