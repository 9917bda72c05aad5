package io.accountmigration.eligibility;

import static io.accountmigration.eligibility.FindingCode.USER_ADDRESS_MALFORMED;
import static io.accountmigration.eligibility.FindingCode.USER_DISABLED;
import static io.accountmigration.eligibility.FindingCode.USER_HAS_CONSUMER_ACCOUNT;
import static io.accountmigration.eligibility.FindingCode.USER_IS_GROUP;
import static io.accountmigration.eligibility.FindingCode.USER_IS_SERVICE_PRINCIPAL;
import static io.accountmigration.eligibility.FindingCode.USER_OUTSIDE_TENANT;

import io.accountmigration.eligibility.UserVerdict.Carried;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.util.List;
import java.util.function.Function;
import org.springframework.stereotype.Component;

/** Whether a user can be carried over: Partner Center takes active work accounts of an associated tenant only. */
@Component
public class UserCheck {

    private final TenantDirectory directory;
    private final TenantMatchCheck tenantMatch;

    UserCheck(TenantDirectory directory, TenantMatchCheck tenantMatch) {
        this.directory = directory;
        this.tenantMatch = tenantMatch;
    }

    /** Judges one entry against the directories of the new account. */
    public UserVerdict check(PublisherUser user, List<Tenant> partnerTenants) {
        return check(user, partnerTenants, address -> directory.kindOf(address, partnerTenants));
    }

    /** As above, by what the directory says now and not by what it said some minutes ago. */
    public UserVerdict checkAnew(PublisherUser user, List<Tenant> partnerTenants) {
        return check(user, partnerTenants, address -> directory.kindOf(address));
    }

    private UserVerdict check(
            PublisherUser user, List<Tenant> partnerTenants, Function<EmailAddress, AccountKind> kinds) {
        if (user.type() == UserType.GROUP) {
            return new NotCarried(USER_IS_GROUP.naming(user.address()));
        }
        if (user.type() == UserType.SERVICE_PRINCIPAL) {
            return new NotCarried(USER_IS_SERVICE_PRINCIPAL.naming(user.address()));
        }
        if (!user.active()) {
            return new NotCarried(USER_DISABLED.naming(user.address()));
        }
        return EmailAddress.parse(user.address())
                .map(address -> checkAddress(address, kinds.apply(address), partnerTenants))
                .orElseGet(() -> new NotCarried(USER_ADDRESS_MALFORMED.naming(user.address())));
    }

    private UserVerdict checkAddress(EmailAddress address, AccountKind kind, List<Tenant> partnerTenants) {
        if (kind instanceof AccountKind.Consumer) {
            return new NotCarried(USER_HAS_CONSUMER_ACCOUNT.naming(address.value()));
        }
        if (kind instanceof AccountKind.Work work
                && tenantMatch.check(work.tenant().tenantId(), partnerTenants).isEmpty()) {
            return new Carried(address.value());
        }
        return new NotCarried(USER_OUTSIDE_TENANT.naming(address.value()));
    }
}
