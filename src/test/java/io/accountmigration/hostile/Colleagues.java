package io.accountmigration.hostile;

import io.accountmigration.hostile.Fact.Colleague;
import io.accountmigration.hostile.Fact.Look;
import io.accountmigration.system.NewPublishers.NewPublisher;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who is in Cloud Partner Portal as a world begins.
 *
 * @param domain of those who work for the company itself
 * @param subsidiary the domain of its second tenant
 */
record Colleagues(World world, String publisherId, String domain, String subsidiary) {

    /** All entries as the sandbox takes them; there is always somebody. */
    List<Map<String, Object>> entries() {
        var entries = world.facts(Colleague.class).map(this::entry).toList();
        return entries.isEmpty() ? List.of(entry(new Colleague("Ann", true, Look.ORDINARY))) : entries;
    }

    /** Addresses of groups look like those of people, and only Partner Center knows better. */
    Optional<NewPublisher> groups() {
        var groups = world.facts(Colleague.class)
                .filter(colleague -> colleague.look() == Look.ALIAS)
                .map(colleague -> entry(new Colleague(colleague.name(), false, Look.GROUP)))
                .toList();
        var id = publisherId + "-groups";
        return groups.isEmpty()
                ? Optional.empty()
                : Optional.of(new NewPublisher(id, Map.of("kind", "contoso", "cpp", Map.of("users", groups))));
    }

    private Map<String, Object> entry(Colleague colleague) {
        var entry = new HashMap<String, Object>();
        entry.put("userId", colleague.name());
        entry.put("address", address(colleague.name(), colleague.look()));
        entry.put("role", colleague.owner() ? "OWNER" : "CONTRIBUTOR");
        entry.put("active", colleague.look() != Look.DISABLED);
        if (colleague.look() == Look.GROUP) {
            entry.put("type", "GROUP");
        }
        if (colleague.look() == Look.MICROSOFT_ACCOUNT) {
            entry.put("microsoftAccount", true);
        }
        return entry;
    }

    private String address(String name, Look look) {
        return switch (look) {
            case ODD_CASE -> name.toUpperCase(Locale.ROOT) + "@" + domain;
            case GUEST -> Sides.lower(name) + "@guests-of-" + domain;
            case MICROSOFT_ACCOUNT -> Sides.lower(name) + "-of-" + publisherId + "@outlook.com";
            case PROGRAM -> Sides.lower(name) + "-robot";
            case SHARED ->
                addressOf("Ann")
                        .filter(ann -> !name.equals("Ann") && !isUnique())
                        .orElseGet(() -> workAddress(name));
            case SUBSIDIARY -> Sides.lower(name) + "@" + subsidiary;
            case MALFORMED -> Sides.lower(name) + "@@" + domain;
            case ORDINARY, GROUP, DISABLED, ALIAS -> workAddress(name);
        };
    }

    /** Whether Cloud Partner Portal would never have taken one address for two. */
    private boolean isUnique() {
        return world.facts(Fact.UniqueAddresses.class).findAny().isPresent();
    }

    String workAddress(String name) {
        return Sides.lower(name) + "@" + domain;
    }

    /** The address of somebody as the world begins. */
    Optional<String> addressOf(String name) {
        return world.facts(Colleague.class)
                .filter(colleague -> colleague.name().equals(name) && colleague.look() != Look.SHARED)
                .findFirst()
                .map(colleague -> address(name, colleague.look()));
    }
}
