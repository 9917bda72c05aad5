package io.accountmigration.usersync;

import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.EmailAddress;

/** A directory of one tenant, which everybody belongs to. */
final class WorkDirectory implements TenantDirectory {

    private volatile boolean down;

    void isDown(boolean isDown) {
        down = isDown;
    }

    @Override
    public AccountKind kindOf(EmailAddress address) {
        if (down) {
            throw new TenantDirectoryUnavailable("down", null, null);
        }
        return new AccountKind.Work(new Tenant("t", "Tenant"));
    }
}
