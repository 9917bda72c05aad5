package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Call;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.PartnerNetwork;
import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * The partner network over Partner Center's interface. Looking up a number is documented by Microsoft
 * (get-partner-by-mpn-id.md); no public call leads from a number to its tenants or its vetting, so those two resources
 * are this project's own.
 */
@Component
class HttpPartnerNetwork implements PartnerNetwork {

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Comparator<TenantAnswer> PRIMARY_FIRST =
            Comparator.comparing(TenantAnswer::primary).reversed();

    private final Endpoint network;

    HttpPartnerNetwork(PartnerCenterConnection partnerCenter) {
        this.network = partnerCenter.network();
    }

    @Override
    public Optional<PartnerMembership> find(String partnerId) {
        if (partnerId == null || !NUMBER.matcher(partnerId).matches()) {
            return Optional.empty();
        }
        return ask(network.get("/v1/profiles/mpn?mpnId={mpnId}", partnerId))
                .map(answer -> answer.as(ProfileAnswer.class))
                .flatMap(profile -> membership(partnerId, profile));
    }

    private Optional<PartnerMembership> membership(String partnerId, ProfileAnswer profile) {
        var tenants = ask(network.get("/v1/profiles/mpn/{mpnId}/tenants", partnerId))
                .map(answer -> answer.items(TenantAnswer.class).stream()
                        .sorted(PRIMARY_FIRST)
                        .map(TenantAnswer::toTenant)
                        .toList());
        if (tenants.isEmpty()) {
            return Optional.empty();
        }
        return ask(network.get("/v1/profiles/mpn/{mpnId}/vetting", partnerId))
                .map(answer -> answer.as(VettingAnswer.class))
                .map(vetting -> new PartnerMembership(
                        partnerId, profile.partnerName(), vetting.vettingStatus(), tenants.get()));
    }

    /** The answer, or nothing where the network says that the number is unknown or unusable. */
    private static Optional<Answer> ask(Call call) {
        var answer = call.expecting(400, 404).send();
        if (answer.isSuccess()) {
            return Optional.of(answer);
        }
        if (answer.isRefusal(404, "3000") || answer.isRefusal(400, "2000") || answer.isRefusal(400, "2200")) {
            return Optional.empty();
        }
        throw answer.unexpected();
    }
}
