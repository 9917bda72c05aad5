package io.accountmigration.eligibility;

import static io.accountmigration.eligibility.FixableBy.COMPANY;
import static io.accountmigration.eligibility.FixableBy.NOBODY;
import static io.accountmigration.eligibility.FixableBy.OPERATOR;
import static io.accountmigration.eligibility.FixableBy.OWNER;
import static io.accountmigration.eligibility.Severity.ACTION;
import static io.accountmigration.eligibility.Severity.BLOCKER;
import static io.accountmigration.eligibility.Severity.NOTICE;

/** The stable codes of everything that can be found about an account, an address, a partner ID or a confirmation. */
public enum FindingCode {
    ALREADY_MIGRATED(BLOCKER, NOBODY),
    NO_OWNER(BLOCKER, OPERATOR),
    EMAIL_INVALID(ACTION, OWNER),
    ADDRESS_OF_ANOTHER_USER(ACTION, OWNER),
    CONSUMER_ACCOUNT(ACTION, OWNER),
    NO_TENANT(ACTION, OWNER),
    UNMANAGED_TENANT(ACTION, COMPANY),
    TENANT_MISMATCH(ACTION, OWNER),
    PARTNER_ID_MISSING(ACTION, OWNER),
    PARTNER_ID_MALFORMED(ACTION, OWNER),
    PARTNER_ID_NOT_FOUND(ACTION, OWNER),
    PARTNER_ID_PENDING(ACTION, NOBODY),
    PARTNER_ID_REJECTED(ACTION, COMPANY),
    CODE_WRONG(ACTION, OWNER),
    CODE_EXPIRED(ACTION, OWNER),
    CODE_NOT_SENT(ACTION, OWNER),
    EMAIL_UNDELIVERABLE(ACTION, OWNER),
    OWNER_CHANGED(ACTION, OWNER),
    ACCOUNT_CONFLICT(BLOCKER, OPERATOR),
    USERS_NOT_SHOWN_YET(ACTION, NOBODY),
    USER_LIST_INCOMPLETE(BLOCKER, OPERATOR),
    NO_OWNER_ARRIVED(BLOCKER, OPERATOR),
    NO_OWNER_LEFT(BLOCKER, OPERATOR),
    ACCOUNT_NOT_ACTIVE(BLOCKER, OPERATOR),
    SUSPENDED(BLOCKER, OPERATOR),
    STEP_STOPPED(BLOCKER, OPERATOR),
    USER_IS_GROUP(NOTICE, OWNER),
    USER_IS_SERVICE_PRINCIPAL(NOTICE, OWNER),
    USER_HAS_CONSUMER_ACCOUNT(NOTICE, OWNER),
    USER_OUTSIDE_TENANT(NOTICE, OWNER),
    USER_ADDRESS_MALFORMED(NOTICE, OWNER),
    USER_DISABLED(NOTICE, OWNER),
    USER_IS_TWIN(NOTICE, OWNER),
    USER_REMOVED(NOTICE, OWNER),
    USER_CREATED_AGAIN(NOTICE, OWNER),
    USER_REFUSED(NOTICE, OPERATOR),
    USER_NOT_ARRIVED(NOTICE, OWNER),
    SIGN_IN_REPLACED(NOTICE, OWNER);

    private final Severity severity;
    private final FixableBy fixableBy;

    FindingCode(Severity severity, FixableBy fixableBy) {
        this.severity = severity;
        this.fixableBy = fixableBy;
    }

    /** How much a finding of this code stands in the way. */
    public Severity severity() {
        return severity;
    }

    /** Who can do something about it. */
    public FixableBy fixableBy() {
        return fixableBy;
    }

    /** This finding, with what its text names in order. */
    public Finding naming(String... arguments) {
        return new Finding(this, java.util.List.of(arguments));
    }
}
