package io.accountmigration.partner;

import io.accountmigration.publisher.EmailAddress;

/** Knows whose directory an address lives in. */
public interface TenantDirectory {

    /**
     * What kind of account signs in with this address. Where a personal and a work account share it, the work account
     * counts.
     *
     * @throws TenantDirectoryUnavailable when the directory could not be asked
     */
    AccountKind kindOf(EmailAddress address);
}
