package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.usersync.RoleMapping;
import io.accountmigration.usersync.SyncSettings;
import io.accountmigration.usersync.SyncSettings.Worth;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Finds what Partner Center's roles are worth in the portal, by the table in the configuration (R11). */
@Component
public class MapRoles {

    private final Map<String, Worth> worthByName;

    MapRoles(SyncSettings settings) {
        worthByName = settings.roleMap().roles().entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> keyOf(entry.getKey()), Map.Entry::getValue));
    }

    /** Decides the role of every user whom the changes of this run concern. */
    public void map(SyncCycle cycle) {
        for (var candidate : cycle.candidates()) {
            candidate.mapTo(of(candidate.change().roles()));
        }
    }

    public RoleMapping of(Collection<String> roles) {
        PublisherRole highest = null;
        var unknown = new HashSet<String>();
        for (var name : roles) {
            var worth = worthByName.get(keyOf(name));
            if (worth == null) {
                unknown.add(name);
            } else if (worth.role() != null && highest != PublisherRole.OWNER) {
                highest = worth.role();
            }
        }
        return new RoleMapping(highest, unknown);
    }

    private static String keyOf(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
