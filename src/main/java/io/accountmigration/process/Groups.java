package io.accountmigration.process;

import io.accountmigration.migration.Caller.Role;
import java.util.Map;
import java.util.Optional;

/** The engine's groups, one per role. */
final class Groups {

    static final String OWNERS = "owners";
    static final String OPERATORS = "operators";
    static final String AUDITORS = "auditors";
    static final String SERVICES = "services";
    static final String ADMINISTRATORS = org.camunda.bpm.engine.authorization.Groups.CAMUNDA_ADMIN;

    private static final Map<Role, String> GROUPS = Map.of(
            Role.PUBLISHER_USER, OWNERS,
            Role.OPERATOR, OPERATORS,
            Role.AUDITOR, AUDITORS,
            Role.SERVICE, SERVICES,
            Role.ADMINISTRATOR, ADMINISTRATORS);

    private Groups() {}

    static String of(Role role) {
        return GROUPS.get(role);
    }

    static Optional<Role> roleOf(String group) {
        return GROUPS.entrySet().stream()
                .filter(entry -> entry.getValue().equals(group))
                .map(Map.Entry::getKey)
                .findFirst();
    }
}
