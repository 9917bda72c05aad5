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
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncTarget;
import io.accountmigration.usersync.UserLink;
import io.accountmigration.usersync.UserLink.NoCounterpart;
import java.time.Clock;
import java.time.Instant;
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
    private final SyncSettings settings;
    private final Clock clock;

    UnmappableUserCheck(
            PartnerCenter partnerCenter,
            PartnerNetwork partnerNetwork,
            TenantDirectory directory,
            SyncSettings settings,
            Clock clock) {
        this.partnerCenter = partnerCenter;
        this.partnerNetwork = partnerNetwork;
        this.directory = directory;
        this.settings = settings;
        this.clock = clock;
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

        static Verdict of(NoCounterpart kind) {
            return new Verdict(
                    kind,
                    switch (kind) {
                        case GROUP -> DriftAction.ADD_MEMBERS_IN_PARTNER_CENTER;
                        case SERVICE_PRINCIPAL -> DriftAction.REGISTER_APPLICATION_IN_PARTNER_CENTER;
                        case MICROSOFT_ACCOUNT -> DriftAction.ADD_WORK_ACCOUNT_IN_PARTNER_CENTER;
                        case GUEST -> DriftAction.ASSOCIATE_TENANT_IN_PARTNER_CENTER;
                        case MALFORMED_ADDRESS, NOT_TAKEN -> DriftAction.ADD_PERSON_IN_PARTNER_CENTER;
                        case REPLACED -> DriftAction.REMOVE_OLD_SIGN_IN;
                        case TWIN -> DriftAction.REMOVE_TWIN;
                    });
        }
    }

    Judge of(SyncTarget target) {
        return new Judge(target);
    }

    /** As above, by what is known already: what the directory would have to say is left open. */
    Judge withoutAsking(SyncTarget target) {
        var judge = new Judge(target);
        judge.unavailable = true;
        return judge;
    }

    /** Judges the entries of one publisher; its tenants are asked for once, and only when needed. */
    class Judge {

        private final SyncTarget target;
        private Optional<Set<String>> tenants;
        private final Instant until;
        private boolean unavailable;

        private Judge(SyncTarget target) {
            this.target = target;
            this.until = clock.instant().plus(settings.patience());
        }

        Verdict of(PublisherUser entry, UserLink link) {
            if (link.noCounterpart().isPresent()) {
                return Verdict.of(asListed(link.noCounterpart().get(), entry));
            }
            if (ofEntry(entry).isPresent()) {
                return Verdict.of(ofEntry(entry).get());
            }
            // The rest is left to the next comparison, which knows what this one has found.
            if (unavailable || clock.instant().isAfter(until)) {
                return Verdict.UNKNOWN;
            }
            try {
                return judge(
                        directory.kindOf(EmailAddress.parse(entry.address()).orElseThrow()));
            } catch (OutsideUnavailable down) {
                if (down.retryAfter().isPresent()) {
                    throw down;
                }
                // Down is not unknown: nobody is removed on a guess, and nobody is asked again in vain.
                unavailable = true;
                return Verdict.UNKNOWN;
            }
        }

        /** What the entry itself tells is told anew; who was listed stays listed, also when the entry was corrected. */
        private static NoCounterpart asListed(NoCounterpart before, PublisherUser entry) {
            return switch (before) {
                case GROUP, SERVICE_PRINCIPAL, MALFORMED_ADDRESS ->
                    ofEntry(entry).orElse(NoCounterpart.NOT_TAKEN);
                case MICROSOFT_ACCOUNT, GUEST, NOT_TAKEN, REPLACED, TWIN -> before;
            };
        }

        private static Optional<NoCounterpart> ofEntry(PublisherUser entry) {
            return switch (entry.type()) {
                case GROUP -> Optional.of(NoCounterpart.GROUP);
                case SERVICE_PRINCIPAL -> Optional.of(NoCounterpart.SERVICE_PRINCIPAL);
                case USER ->
                    EmailAddress.parse(entry.address()).isPresent()
                            ? Optional.empty()
                            : Optional.of(NoCounterpart.MALFORMED_ADDRESS);
            };
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
