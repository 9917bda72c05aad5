package io.accountmigration.usersync;

import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.EmailAddress;
import java.time.Duration;

/** A directory of one tenant, which everybody belongs to. */
final class WorkDirectory implements TenantDirectory {

    private final AdjustableClock clock;
    private volatile boolean down;
    private volatile Duration time = Duration.ZERO;
    private int asked;

    WorkDirectory(AdjustableClock clock) {
        this.clock = clock;
    }

    /** How long each answer takes. */
    void takes(Duration each) {
        time = each;
    }

    /** How often it was asked. */
    int asked() {
        return asked;
    }

    void isDown(boolean isDown) {
        down = isDown;
    }

    @Override
    public AccountKind kindOf(EmailAddress address) {
        asked++;
        clock.advance(time);
        if (down) {
            throw new TenantDirectoryUnavailable("down", null, null);
        }
        return new AccountKind.Work(new Tenant("t", "Tenant"));
    }
}
