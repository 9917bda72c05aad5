package io.accountmigration.eligibility;

import static io.accountmigration.eligibility.FindingCode.PARTNER_ID_MALFORMED;
import static io.accountmigration.eligibility.FindingCode.PARTNER_ID_MISSING;
import static io.accountmigration.eligibility.FindingCode.PARTNER_ID_NOT_FOUND;
import static io.accountmigration.eligibility.FindingCode.PARTNER_ID_PENDING;
import static io.accountmigration.eligibility.FindingCode.PARTNER_ID_REJECTED;

import io.accountmigration.eligibility.MembershipVerdict.Pending;
import io.accountmigration.eligibility.MembershipVerdict.Unusable;
import io.accountmigration.eligibility.MembershipVerdict.Usable;
import io.accountmigration.partner.PartnerId;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.publisher.InvisibleText;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether a partner ID stands for a verified membership in the partner network (R7). */
@Component
public class PartnerMembershipCheck {

    private final PartnerNetwork partnerNetwork;

    PartnerMembershipCheck(PartnerNetwork partnerNetwork) {
        this.partnerNetwork = partnerNetwork;
    }

    /** Whether this text can be a partner ID; needs no call out. */
    public Optional<Finding> checkForm(String partnerId) {
        if (partnerId == null || InvisibleText.trim(partnerId).isEmpty()) {
            return Optional.of(PARTNER_ID_MISSING.naming());
        }
        return PartnerId.parse(partnerId).isPresent()
                ? Optional.empty()
                : Optional.of(InvisibleText.within(partnerId)
                        .map(PARTNER_ID_MALFORMED::naming)
                        .orElseGet(PARTNER_ID_MALFORMED::naming));
    }

    /** Looks the ID up; throws the network's named failure when it cannot be asked. */
    public MembershipVerdict check(Optional<String> partnerId) {
        var malformed = checkForm(partnerId.orElse(null));
        if (malformed.isPresent()) {
            return new Unusable(malformed.get());
        }
        var number = PartnerId.parse(partnerId.orElseThrow()).orElseThrow().value();
        return partnerNetwork
                .find(number)
                .filter(membership -> !membership.tenants().isEmpty())
                .map(this::judge)
                .orElseGet(() -> new Unusable(PARTNER_ID_NOT_FOUND.naming(number)));
    }

    private MembershipVerdict judge(PartnerMembership membership) {
        return switch (membership.vetting()) {
            case AUTHORIZED -> new Usable(membership);
            case PENDING -> new Pending(PARTNER_ID_PENDING.naming(membership.partnerId()));
            case REJECTED -> new Unusable(PARTNER_ID_REJECTED.naming(membership.partnerId()));
        };
    }
}
