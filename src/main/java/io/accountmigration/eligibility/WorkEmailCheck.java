package io.accountmigration.eligibility;

import static io.accountmigration.eligibility.FindingCode.CONSUMER_ACCOUNT;
import static io.accountmigration.eligibility.FindingCode.EMAIL_INVALID;
import static io.accountmigration.eligibility.FindingCode.NO_TENANT;
import static io.accountmigration.eligibility.FindingCode.UNMANAGED_TENANT;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.AddressVerdict.Refused;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.InvisibleText;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether an address is that of a work account (R4, R5). */
@Component
public class WorkEmailCheck {

    private final TenantDirectory directory;

    WorkEmailCheck(TenantDirectory directory) {
        this.directory = directory;
    }

    /** Whether this text can be an address; needs no call out. */
    public Optional<Finding> checkForm(String address) {
        return EmailAddress.parse(address).isPresent()
                ? Optional.empty()
                : Optional.of(
                        InvisibleText.within(address).map(EMAIL_INVALID::naming).orElseGet(EMAIL_INVALID::naming));
    }

    /**
     * Asks the directory what the address is; throws the directory's named failure when it cannot be asked.
     *
     * @param partnerTenants the tenants of which an answer of the last minutes is enough
     */
    public AddressVerdict check(EmailAddress address, List<Tenant> partnerTenants) {
        var kind = directory.kindOf(address, partnerTenants);
        if (kind instanceof AccountKind.Work work) {
            return new Accepted(work.tenant());
        }
        if (kind instanceof AccountKind.Consumer) {
            return new Refused(CONSUMER_ACCOUNT.naming(address.value()));
        }
        if (kind instanceof AccountKind.Unmanaged) {
            return new Refused(UNMANAGED_TENANT.naming(address.domain()));
        }
        return new Refused(NO_TENANT.naming(address.domain()));
    }
}
