package io.accountmigration.outside.directory;

import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.OutsideSystems;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.publisher.EmailAddress;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The directory over HTTP: the realm of an address from the sign-in service, then its tenant by domain from Graph
 * (tenantrelationship-findtenantinformationbydomainname.md). Only the latter is documented by Microsoft; the realm is
 * what its sign-in pages ask.
 */
@Component
class HttpTenantDirectory implements TenantDirectory {

    private static final String REALM =
            "/common/userrealm?user={address}&api-version=2.1&checkForMicrosoftAccount=true";
    private static final String TENANT =
            "/v1.0/tenantRelationships/findTenantInformationByDomainName(domainName='{domain}')";

    /** How Graph says that it has no such object; any other 404 comes from somebody who is not asked here. */
    private static final Set<String> NO_TENANT = Set.of("Request_ResourceNotFound", "Directory_ObjectNotFound");

    private final Endpoint graph;
    private final Endpoint login;

    HttpTenantDirectory(OutsideSystems systems, TenantDirectoryProperties properties) {
        var directory = systems.open("directory");
        this.graph = directory.at(properties.graphUrl(), properties.credentials(), TenantDirectoryUnavailable::new);
        this.login = directory.at(properties.loginUrl(), TenantDirectoryUnavailable::new);
    }

    @Override
    public AccountKind kindOf(EmailAddress address) {
        var realm = login.get(REALM, address.value()).send().as(RealmAnswer.class);
        if (realm.hasNoDirectory()) {
            return realm.isPersonal() ? new AccountKind.Consumer() : new AccountKind.NoTenant();
        }
        return realm.viral() ? new AccountKind.Unmanaged() : tenantOf(address.domain());
    }

    private AccountKind tenantOf(String domain) {
        var asLiteral = domain.replace("'", "''");
        var answer = graph.get(TENANT, asLiteral).expecting(404).send();
        if (answer.isSuccess()) {
            return new AccountKind.Work(answer.as(TenantInformation.class).toTenant());
        }
        if (NO_TENANT.contains(answer.errorCode())) {
            return new AccountKind.NoTenant();
        }
        throw answer.unexpected();
    }
}
