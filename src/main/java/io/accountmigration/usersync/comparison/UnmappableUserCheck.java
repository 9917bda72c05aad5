package io.accountmigration.usersync.comparison;

import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Distinguishes entries that Partner Center can never have from entries that are missing there. */
@Component
class UnmappableUserCheck {

    private final PartnerCenter partnerCenter;
    private final PartnerNetwork partnerNetwork;
    private final TenantDirectory directory;

    UnmappableUserCheck(PartnerCenter partnerCenter, PartnerNetwork partnerNetwork, TenantDirectory directory) {
        this.partnerCenter = partnerCenter;
        this.partnerNetwork = partnerNetwork;
        this.directory = directory;
    }

    /**
     * What an entry is.
     *
     * @param kind null where the entry could have a counterpart
     * @param action what is to be done, by people; null where the entry is to go
     */
    record Verdict(NoCounterpart kind, DriftAction action) {

        private static final Verdict TO_GO = new Verdict(null, null);
        private static final Verdict UNKNOWN = new Verdict(null, DriftAction.COULD_NOT_CHECK);

        private static Verdict of(NoCounterpart kind) {
            return new Verdict(
                    kind,
                    switch (kind) {
                        case GROUP -> DriftAction.ADD_MEMBERS_IN_PARTNER_CENTER;
                        case SERVICE_PRINCIPAL -> DriftAction.REGISTER_APPLICATION_IN_PARTNER_CENTER;
                        case MICROSOFT_ACCOUNT -> DriftAction.ADD_WORK_ACCOUNT_IN_PARTNER_CENTER;
                        case GUEST -> DriftAction.ASSOCIATE_TENANT_IN_PARTNER_CENTER;
                        case NOT_TAKEN -> DriftAction.ADD_PERSON_IN_PARTNER_CENTER;
                        case REPLACED -> DriftAction.REMOVE_OLD_SIGN_IN;
                    });
        }
    }

    Judge of(SyncTarget target) {
        return new Judge(target);
    }

    /** Judges the entries of one publisher; its tenants are asked for once, and only when needed. */
    class Judge {

        private final SyncTarget target;
        private Optional<Set<String>> tenants;
        private boolean unavailable;

        private Judge(SyncTarget target) {
            this.target = target;
        }

        Verdict of(PublisherUser entry, UserLink link) {
            if (link.noCounterpart().isPresent()) {
                return Verdict.of(link.noCounterpart().get());
            }
            if (entry.type() != UserType.USER) {
                return Verdict.of(
                        entry.type() == UserType.GROUP ? NoCounterpart.GROUP : NoCounterpart.SERVICE_PRINCIPAL);
            }
            if (unavailable) {
                return Verdict.UNKNOWN;
            }
            try {
                return EmailAddress.parse(entry.address())
                        .map(address -> judge(directory.kindOf(address)))
                        .orElse(Verdict.of(NoCounterpart.SERVICE_PRINCIPAL));
            } catch (OutsideUnavailable down) {
                // Down is not unknown: nobody is removed on a guess, and nobody is asked again in vain.
                unavailable = true;
                return Verdict.UNKNOWN;
            }
        }

        private Verdict judge(AccountKind kind) {
            if (kind instanceof AccountKind.Consumer) {
                return Verdict.of(NoCounterpart.MICROSOFT_ACCOUNT);
            }
            if (kind instanceof AccountKind.Work work && tenants().isEmpty()) {
                return Verdict.UNKNOWN;
            }
            return kind instanceof AccountKind.Work work
                            && tenants().orElseThrow().contains(work.tenant().tenantId())
                    ? Verdict.TO_GO
                    : Verdict.of(NoCounterpart.GUEST);
        }

        private Optional<Set<String>> tenants() {
            if (tenants == null) {
                tenants = partnerCenter
                        .accountOf(target.publisherId())
                        .map(PartnerCenterAccount::partnerId)
                        .flatMap(partnerNetwork::find)
                        .map(membership -> membership.tenants().stream()
                                .map(Tenant::tenantId)
                                .collect(Collectors.toSet()));
            }
            return tenants;
        }
    }
}
