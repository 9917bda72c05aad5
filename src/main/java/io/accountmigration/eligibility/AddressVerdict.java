package io.accountmigration.eligibility;

import io.accountmigration.partner.Tenant;

/** What became of looking at an address. */
public sealed interface AddressVerdict {

    /** A work account, in this directory. */
    record Accepted(Tenant tenant) implements AddressVerdict {}

    /** Not a work account that can own the new account. */
    record Refused(Finding finding) implements AddressVerdict {}
}
