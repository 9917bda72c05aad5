package io.accountmigration.process.engine;

import io.accountmigration.migration.Caller.Role;
import java.util.Map;
import java.util.Optional;

/** The engine's groups, one per role. */
public final class Groups {

    public static final String OWNERS = "owners";
    public static final String OPERATORS = "operators";
    public static final String AUDITORS = "auditors";
    public static final String SERVICES = "services";
    public static final String ADMINISTRATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

    /** The user who keeps the group of administrators from being empty. Nobody signs in by this name. */
    public static final String OWN_ADMINISTRATOR = ADMINISTRATORS;

    private static final Map<Role, String> GROUPS = Map.of(
            Role.PUBLISHER_USER, OWNERS,
            Role.OPERATOR, OPERATORS,
            Role.AUDITOR, AUDITORS,
            Role.SERVICE, SERVICES,
            Role.ADMINISTRATOR, ADMINISTRATORS);

    private Groups() {}

    public static String of(Role role) {
        return GROUPS.get(role);
    }

    static Optional<Role> roleOf(String group) {
        return GROUPS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(group))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
