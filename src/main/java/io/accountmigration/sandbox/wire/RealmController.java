package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.Tenant;
import io.accountmigration.sandbox.data.TenantDirectory;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The directory's answer to "what kind of address is this?", in its two versions. Nobody needs a token to ask. */
@Hidden
@RestController
@Profile("sandbox")
@SandboxTransaction(readOnly = true)
class RealmController {

    private static final String CLOUD = "login.microsoftonline.com";

    private final TenantDirectory directory;

    RealmController(TenantDirectory directory) {
        this.directory = directory;
    }

    record FirstVersion(
            String ver,
            @JsonProperty("account_type") String accountType,
            @JsonProperty("domain_name") String domainName,
            @JsonProperty("cloud_instance_name") String cloudInstanceName) {}

    record SecondVersion(
            @JsonProperty("NameSpaceType") String nameSpaceType,
            @JsonProperty("Login") String login,
            @JsonProperty("DomainName") String domainName,
            @JsonProperty("FederationBrandName") String federationBrandName,
            @JsonProperty("CloudInstanceName") String cloudInstanceName,
            @JsonProperty("MicrosoftAccount") int microsoftAccount,
            @JsonProperty("IsViral") boolean viral) {}

    @GetMapping("/login/common/userrealm/{upn}")
    FirstVersion byPath(@PathVariable String upn) {
        var domain = KeyNormalization.domainOf(upn);
        return new FirstVersion("1.0", type(domain), domain, CLOUD);
    }

    @GetMapping("/login/common/userrealm")
    SecondVersion byQuery(@RequestParam String user) {
        var domain = KeyNormalization.domainOf(user);
        return new SecondVersion(
                type(domain),
                user,
                domain,
                TenantDirectory.isConsumerDomain(domain) ? "MSA Realms" : null,
                CLOUD,
                directory.isMicrosoftAccount(user) ? 1 : 0,
                directory.ofDomain(domain).filter(Tenant::isUnmanaged).isPresent());
    }

    private String type(String domain) {
        if (TenantDirectory.isConsumerDomain(domain)) {
            return "Federated";
        }
        return directory.ofDomain(domain).isPresent() ? "Managed" : "Unknown";
    }
}
