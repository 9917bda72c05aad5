package io.accountmigration.partner;

import io.accountmigration.publisher.EmailAddress;
import java.util.Collection;

/** Knows whose directory an address lives in. */
public interface TenantDirectory {

    /**
     * What kind of account signs in with this address. Where a personal and a work account share it, the work account
     * counts.
     *
     * @throws TenantDirectoryUnavailable when the directory could not be asked
     */
    AccountKind kindOf(EmailAddress address);

    /**
     * As above, where an answer that is some minutes old is enough if it names one of these tenants. A
     * refusal always rests on a new answer.
     */
    default AccountKind kindOf(EmailAddress address, Collection<Tenant> accepted) {
        return kindOf(address);
    }
}
