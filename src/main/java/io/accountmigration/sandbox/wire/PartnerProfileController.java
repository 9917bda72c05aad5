package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.SandboxProperties;
import io.accountmigration.sandbox.data.Partner;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.TenantDirectory;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The Partner Network in Partner Center: who has a number, in which tenants, and how far the vetting is. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/partner-center/v1/profiles/mpn")
@SandboxTransaction
class PartnerProfileController {

    private static final int SHORTEST_NUMBER = 7;

    private final PartnerRegistry registry;
    private final TenantDirectory directory;
    private final SandboxProperties properties;
    private final Clock clock;

    PartnerProfileController(
            PartnerRegistry registry, TenantDirectory directory, SandboxProperties properties, Clock clock) {
        this.registry = registry;
        this.directory = directory;
        this.properties = properties;
        this.clock = clock;
    }

    record ProfileBody(
            String partnerName, String mpnId, String profileType, Map<String, ?> links, Map<String, ?> attributes) {}

    record TenantBody(String tenantId, String displayName, boolean primary, List<String> domains) {}

    record VettingBody(String mpnId, String vettingStatus) {}

    @GetMapping
    @SandboxTransaction(readOnly = true)
    ProfileBody profile(@RequestParam(required = false, defaultValue = "") String mpnId) {
        if (!mpnId.matches("[0-9]+")) {
            throw new Refusal(400, "2000", "MPN Id must be numeric.");
        }
        var partner = registry.find(mpnId);
        if (partner.isEmpty() && mpnId.length() < SHORTEST_NUMBER) {
            throw new Refusal(
                    400,
                    "2200",
                    "Requested MPN Id " + mpnId + " is either invalid or does not exist in Partner Center.");
        }
        var name = partner.orElseThrow(() -> unknown(mpnId)).partnerName();
        var self = Map.of("uri", "/v1/profiles/mpn?mpnId=" + mpnId, "method", "GET", "headers", List.of());
        return new ProfileBody(name, mpnId, "MpnProfile", Map.of("self", self), Map.of("objectType", "MpnProfile"));
    }

    @GetMapping("/{mpnId}/tenants")
    @SandboxTransaction(readOnly = true)
    ListBody<TenantBody> tenants(@PathVariable String mpnId) {
        var partner = global(mpnId);
        var domains = directory.domains(partner.tenantIds());
        return ListBody.plain(partner.tenantIds().stream()
                .flatMap(id -> directory.tenant(id).stream())
                .map(tenant -> new TenantBody(
                        tenant.tenantId(),
                        tenant.displayName(),
                        tenant.tenantId().equals(partner.primaryTenantId()),
                        domains.getOrDefault(tenant.tenantId(), List.of())))
                .toList());
    }

    /** The first question sets the time from which a pending enrolment is counted. */
    @GetMapping("/{mpnId}/vetting")
    VettingBody vetting(@PathVariable String mpnId) {
        var state = global(mpnId).vetting(clock.instant(), properties.enrolmentPending());
        return new VettingBody(mpnId, state.vettingStatus());
    }

    private Partner global(String mpnId) {
        return registry.global(mpnId).orElseThrow(() -> unknown(mpnId));
    }

    private static Refusal unknown(String mpnId) {
        return new Refusal(404, "3000", "Partner Organization with partner_id " + mpnId + " could not be found");
    }
}
