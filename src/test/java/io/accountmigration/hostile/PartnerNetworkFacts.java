package io.accountmigration.hostile;

import io.accountmigration.hostile.Fact.Colleague;
import io.accountmigration.hostile.Fact.Enrolment;
import io.accountmigration.hostile.Fact.Look;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The company as the Partner Network knows it.
 *
 * @param people the domain of those in Cloud Partner Portal
 */
record PartnerNetworkFacts(
        Optional<Enrolment> enrolment, String people, boolean hasSubsidiary, boolean losesSubsidiary) {

    private static final String OWN_NUMBER = "6000001";
    private static final String LATER_NUMBER = "6000002";
    private static final String NOBODYS_NUMBER = "6999999";

    static PartnerNetworkFacts of(World world, String domain) {
        return new PartnerNetworkFacts(
                world.facts(Enrolment.class).findFirst(),
                domain,
                world.facts(Colleague.class).anyMatch(colleague -> colleague.look() == Look.SUBSIDIARY),
                world.events().stream().anyMatch(event -> event.kind() == Event.Kind.LOSE_TENANT));
    }

    /** The number that the company has, or will have. */
    String acceptedPartnerId() {
        return is(Enrolment.REJECTED) ? LATER_NUMBER : OWN_NUMBER;
    }

    /** The domain of the tenant that the account will be in. */
    String domain() {
        return is(Enrolment.ELSEWHERE) ? "holding-of-" + people : people;
    }

    /** The domains of all tenants that stay in the membership; none where the company makes up its mind later. */
    Set<String> domains() {
        if (is(Enrolment.NONE) || is(Enrolment.UNKNOWN) || is(Enrolment.REJECTED)) {
            return Set.of();
        }
        return losesSubsidiary ? Set.of(domain()) : Set.of(domain(), subsidiary());
    }

    String subsidiary() {
        return "subsidiary-of-" + people;
    }

    /** The publisher with these users, as the sandbox takes it. */
    Map<String, Object> sheet(String publisherId, List<Map<String, Object>> users) {
        var cpp = new HashMap<String, Object>(
                Map.of("displayName", publisherId, "status", "ACTIVE", "users", users, "mpnId", OWN_NUMBER));
        var sheet = new HashMap<String, Object>(
                Map.of("kind", "contoso", "acceptedPartnerId", acceptedPartnerId(), "cpp", cpp));
        if (is(Enrolment.NONE)) {
            cpp.remove("mpnId");
        } else if (is(Enrolment.UNKNOWN)) {
            cpp.put("mpnId", NOBODYS_NUMBER);
        } else {
            sheet.put("membership", Map.of("mpnId", OWN_NUMBER, "state", state(), "tenants", tenants()));
        }
        return sheet;
    }

    private String state() {
        return enrolment
                .filter(state -> state == Enrolment.PENDING || state == Enrolment.REJECTED)
                .map(Enum::name)
                .orElse("ACCEPTED");
    }

    private List<Map<String, Object>> tenants() {
        var tenants = new ArrayList<Map<String, Object>>();
        tenants.add(Map.of("displayName", "The company", "domains", List.of(domain())));
        if (hasSubsidiary) {
            tenants.add(Map.of("displayName", "The subsidiary", "domains", List.of(subsidiary())));
        }
        return tenants;
    }

    private boolean is(Enrolment state) {
        return enrolment.filter(state::equals).isPresent();
    }
}
