package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.Domain;
import io.accountmigration.sandbox.data.ExpectedBehaviour;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.MembershipState;
import io.accountmigration.sandbox.data.MicrosoftAccount;
import io.accountmigration.sandbox.data.Partner;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterUser;
import io.accountmigration.sandbox.data.Publisher;
import io.accountmigration.sandbox.data.Settings;
import io.accountmigration.sandbox.data.Tenant;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CompanyTenant;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Membership;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Turns a complete sheet into what the stand-ins remember; {@code save} receives every entity. */
final class AccountWriter {

    private static final Duration LOCKED_FOR = Duration.ofHours(20);

    private final AccountSheet sheet;
    private final String key;
    private final Consumer<Object> save;

    AccountWriter(AccountSheet sheet, Consumer<Object> save) {
        this.sheet = sheet;
        this.key = KeyNormalization.of(sheet.publisherId());
        this.save = save;
    }

    /** Writes the publisher; {@code isFree} says which domains and numbers nobody else has. */
    void write(Instant now, Predicate<String> isFree, Publisher replaced) {
        var cpp = sheet.cpp();
        var placement = TenantLayout.of(sheet.kind(), cpp.displayName(), cpp.users(), sheet.membership());
        var publisher = publisher(placement);
        if (replaced != null) {
            publisher.after(replaced);
        }
        switch (cpp.status()) {
            case READ_ONLY -> publisher.movedTo(cpp.accountId());
            case LOCKED -> publisher.lock("sandbox", now.plus(LOCKED_FOR), now);
            case ACTIVE -> {}
        }
        save.accept(publisher);
        placement.microsoftAccounts().forEach(address -> save.accept(new MicrosoftAccount(address, key)));
        for (var tenant : placement.outside()) {
            if (isFree.test(tenant.domains().get(0))) {
                tenant(tenant.tenantId(), tenant.displayName(), false, tenant.domains());
            }
        }
        if (sheet.membership() != null) {
            membership(sheet.membership());
        }
        if (!isMembership(sheet.acceptedPartnerId()) && isFree.test(sheet.acceptedPartnerId())) {
            save.accept(enrolment(publisher, sheet.acceptedPartnerId()));
        }
    }

    PartnerCenterAccount account() {
        var partnerCenter = sheet.partnerCenter();
        var membership = sheet.membership();
        var users = new LinkedHashMap<String, PartnerCenterUser>();
        partnerCenter.users().forEach(person -> users.put(person.userId(), People.asUser(person)));
        return new PartnerCenterAccount(
                        partnerCenter.accountId(),
                        sheet.publisherId(),
                        membership == null ? sheet.acceptedPartnerId() : membership.mpnId(),
                        membership == null ? null : TenantLayout.primary(membership),
                        null)
                .holding(Settings.of(partnerCenter.settings()), users, partnerCenter.state());
    }

    /** The number of a company that enrolled by itself, in its own tenant. */
    static Partner enrolment(Publisher publisher, String partnerId) {
        var tenant = publisher.story().companyTenantId();
        return new Partner(
                partnerId, publisher.displayName(), MembershipState.ACCEPTED, tenant, List.of(tenant), publisher.key());
    }

    private Publisher publisher(TenantLayout placement) {
        var cpp = sheet.cpp();
        Map<String, CppUser> users = new LinkedHashMap<>();
        cpp.users().forEach(person -> users.put(person.userId(), SheetCompletion.asUser(person)));
        var story = new ExpectedBehaviour(
                sheet.kind(),
                sheet.expectedEnd(),
                sheet.acceptedWorkEmail(),
                sheet.acceptedPartnerId(),
                sheet.membership() == null ? null : sheet.membership().mpnId(),
                placement.companyTenantId());
        return new Publisher(
                sheet.publisherId(), cpp.displayName(), cpp.mpnId(), Settings.of(cpp.settings()), users, story);
    }

    private void membership(Membership membership) {
        for (var tenant : membership.tenants()) {
            var unmanaged = Boolean.TRUE.equals(tenant.unmanaged());
            tenant(tenant.tenantId(), tenant.displayName(), unmanaged, tenant.domains());
        }
        var partner = new Partner(
                membership.mpnId(),
                sheet.cpp().displayName(),
                membership.state(),
                TenantLayout.primary(membership),
                membership.tenants().stream().map(CompanyTenant::tenantId).toList(),
                key);
        save.accept(partner);
        membership.locations().forEach(location -> save.accept(partner.location(location)));
    }

    private boolean isMembership(String partnerId) {
        var membership = sheet.membership();
        return membership != null
                && (partnerId.equals(membership.mpnId())
                        || membership.locations().contains(partnerId));
    }

    private void tenant(String tenantId, String displayName, boolean unmanaged, List<String> domains) {
        save.accept(new Tenant(tenantId, displayName, unmanaged, key));
        for (int i = 0; i < domains.size(); i++) {
            save.accept(new Domain(domains.get(i), tenantId, i, key));
        }
    }
}
