package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.PartnerCenterUsers;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxDatabase;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.TenantDirectory;
import jakarta.persistence.EntityManager;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** What a person at the publisher's company does in the Partner Network: enrol it, or take one of its tenants out. */
@Component
@Profile("sandbox")
@SandboxTransaction
public class Enrolments {

    private final EntityManager entities;
    private final Publishers publishers;
    private final PartnerRegistry registry;
    private final PartnerCenterAccounts accounts;
    private final PartnerCenterUsers users;
    private final TenantDirectory directory;

    Enrolments(
            SandboxDatabase database,
            Publishers publishers,
            PartnerRegistry registry,
            PartnerCenterAccounts accounts,
            PartnerCenterUsers users,
            TenantDirectory directory) {
        this.entities = database.entityManager();
        this.publishers = publishers;
        this.registry = registry;
        this.accounts = accounts;
        this.users = users;
        this.directory = directory;
    }

    /** Enrols the publisher's company, under a number of the caller's choice or the one it has; answers the number. */
    public String enrol(String publisherId, String wish) {
        var publisher = publishers.hold(publisherId).orElseThrow(() -> unknown(publisherId));
        var partnerId = wish == null ? publisher.story().acceptedPartnerId() : SheetCheck.number(wish, "partnerId");
        var holder = registry.find(partnerId);
        if (holder.filter(partner -> !partner.isOf(publisher)).isPresent()
                && !partnerId.equals(publisher.story().membershipId())) {
            throw new Refusal(409, "PARTNER_ID_TAKEN", "Another company has the partner id " + partnerId + ".");
        }
        if (holder.isEmpty()) {
            entities.persist(AccountWriter.enrolment(publisher, partnerId));
        }
        publisher.enrolledAs(partnerId);
        return partnerId;
    }

    /** Takes a tenant out of the membership; its users lose their access to the account. */
    public void removeTenant(String publisherId, String tenantId) {
        var publisher = publishers.hold(publisherId).orElseThrow(() -> unknown(publisherId));
        var partner = registry.global(publisher.story().membershipId())
                .filter(found -> found.tenantIds().contains(tenantId))
                .orElseThrow(() -> new Refusal(
                        404, "TENANT_NOT_FOUND", "The membership of " + publisherId + " has no such tenant."));
        partner.removeTenant(tenantId);
        accounts.ofPublisher(publisherId).ifPresent(account -> account.users().forEach((userId, user) -> {
            var home = directory.ofDomain(KeyNormalization.domainOf(user.userPrincipalName()));
            if (home.filter(tenant -> tenant.tenantId().equals(tenantId)).isPresent()) {
                users.remove(account, userId);
            }
        }));
    }

    private static Refusal unknown(String publisherId) {
        return new Refusal(404, "PUBLISHER_NOT_FOUND", "The sandbox has no publisher " + publisherId + ".");
    }
}
