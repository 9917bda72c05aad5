package io.accountmigration.eligibility;

import io.accountmigration.partner.PartnerMembership;

/** What became of looking up a partner ID. */
public sealed interface MembershipVerdict {

    /** A verified membership with at least one directory. */
    record Usable(PartnerMembership membership) implements MembershipVerdict {}

    /** The membership is being verified: days, usually. */
    record Pending(Finding finding) implements MembershipVerdict {}

    /** The owner has to enrol, or to give another ID (R7). */
    record Unusable(Finding finding) implements MembershipVerdict {}
}
