package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.TenantDirectory;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The directory's answer to "whose domain is this?". */
@Hidden
@RestController
@Profile("sandbox")
@SandboxTransaction(readOnly = true)
class TenantInformationController {

    private static final Pattern FUNCTION =
            Pattern.compile("findTenantInformationByDomainName\\(domainName='((?:[^']|'')*)'\\)");

    private final TenantDirectory directory;

    TenantInformationController(TenantDirectory directory) {
        this.directory = directory;
    }

    record TenantInformation(
            @JsonProperty("@odata.context") String context,
            String tenantId,
            String federationBrandName,
            String displayName,
            String defaultDomainName) {}

    @GetMapping("/graph/v1.0/tenantRelationships/{function}")
    TenantInformation find(@PathVariable String function) {
        var call = FUNCTION.matcher(function);
        if (!call.matches()) {
            throw new Refusal(400, "BadRequest", "The directory has no such function.");
        }
        var domain = call.group(1).replace("''", "'");
        var tenant = directory
                .ofDomain(domain)
                .orElseThrow(
                        () -> new Refusal(404, "Request_ResourceNotFound", "No tenant has the domain " + domain + "."));
        return new TenantInformation(
                "https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.tenantInformation",
                tenant.tenantId(),
                null,
                tenant.displayName(),
                domain.toLowerCase(Locale.ROOT));
    }
}
