package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.SandboxProperties;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.Partner;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.PartnerCenterRole;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Publisher;
import io.accountmigration.sandbox.data.TenantDirectory;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CompanyTenant;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Cpp;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CppPerson;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Membership;
import io.accountmigration.sandbox.data.sheet.AccountSheet.PartnerCenter;
import io.accountmigration.sandbox.data.sheet.AccountSheet.PartnerCenterPerson;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Writes down as a sheet how a publisher is now. */
@Component
@Profile("sandbox")
public class AccountReader {

    private final TenantDirectory directory;
    private final PartnerRegistry registry;
    private final PartnerCenterAccounts accounts;
    private final SandboxProperties properties;
    private final Clock clock;

    public AccountReader(
            TenantDirectory directory,
            PartnerRegistry registry,
            PartnerCenterAccounts accounts,
            SandboxProperties properties,
            Clock clock) {
        this.directory = directory;
        this.registry = registry;
        this.accounts = accounts;
        this.properties = properties;
        this.clock = clock;
    }

    AccountSheet sheet(Publisher publisher) {
        var story = publisher.story();
        return new AccountSheet(
                publisher.publisherId(),
                story.kind(),
                publisher.users().values().stream()
                        .filter(CppUser::isActiveOwner)
                        .map(CppUser::address)
                        .toList(),
                story.acceptedWorkEmail(),
                story.acceptedPartnerId(),
                story.expectedEnd(),
                cpp(publisher),
                accounts.ofPublisher(publisher.key())
                        .map(AccountReader::partnerCenter)
                        .orElse(null),
                registry.global(story.membershipId()).map(this::membership).orElse(null));
    }

    private Cpp cpp(Publisher publisher) {
        return new Cpp(
                publisher.displayName(),
                publisher.status(clock.instant()),
                publisher.mpnId(),
                publisher.accountId(),
                publisher.settings().asJson(),
                publisher.users().entrySet().stream().map(this::person).toList());
    }

    private CppPerson person(Map.Entry<String, CppUser> entry) {
        var user = entry.getValue();
        var personal = user.type() == CppUser.Type.USER && directory.isMicrosoftAccount(user.address());
        return new CppPerson(
                entry.getKey(),
                user.address(),
                user.displayName(),
                user.type(),
                user.role(),
                user.active(),
                personal ? true : null);
    }

    private static PartnerCenter partnerCenter(PartnerCenterAccount account) {
        return new PartnerCenter(
                account.accountId(),
                account.state(),
                account.settings().asJson(),
                account.users().entrySet().stream()
                        .map(entry -> new PartnerCenterPerson(
                                entry.getKey(),
                                entry.getValue().userPrincipalName(),
                                entry.getValue().displayName(),
                                entry.getValue().roles().stream()
                                        .map(PartnerCenterRole::title)
                                        .toList(),
                                entry.getValue().active()))
                        .toList());
    }

    private Membership membership(Partner partner) {
        var domains = directory.domains(partner.tenantIds());
        var tenants = partner.tenantIds().stream()
                .flatMap(id -> directory.tenant(id).stream())
                .map(tenant -> new CompanyTenant(
                        tenant.tenantId(),
                        tenant.displayName(),
                        tenant.tenantId().equals(partner.primaryTenantId()),
                        domains.getOrDefault(tenant.tenantId(), List.of()),
                        tenant.isUnmanaged() ? true : null))
                .toList();
        var state = partner.state(clock.instant(), properties.enrolmentPending());
        return new Membership(partner.mpnId(), state, tenants, registry.locationsOf(partner.mpnId()));
    }
}
