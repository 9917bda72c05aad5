package io.accountmigration.system.rights;

import io.accountmigration.process.access.OpenCalls;
import io.accountmigration.system.Role;
import java.util.EnumSet;
import java.util.Set;

/** What each role may expect of the engine's calls: the table of open calls first, then the engine's own rights. */
final class EngineRights {

    private static final String OF_THE_ASSIGNEE = ".*/task/\\{[^/]+}/(claim|complete|submit-form)";

    /** They ask, although they are sent with a body. */
    private static final String QUERIES = ".*/(list|count|group|job|task|variable-instance|process-instance|incident"
            + "|called-process-definitions|called-process-instances)";

    /** They have nothing to do with the one account. */
    private static final Set<Role> STRANGERS = EnumSet.of(Role.OWNER_OF_ANOTHER, Role.CONTRIBUTOR, Role.AUDITOR);

    private EngineRights() {}

    static Right of(Mapping call, Role role) {
        if (role == Role.ANONYMOUS) {
            return Right.SIGN_IN;
        }
        if (!OpenCalls.isOpen(call.verb(), call.path(), groupOf(role))) {
            return Right.CLOSED;
        }
        if (STRANGERS.contains(role)) {
            return call.path().endsWith("/logout") ? Right.YES : Right.NO;
        }
        if (call.isHarmless() || call.path().matches(QUERIES)) {
            return Right.OWN;
        }
        return call.path().matches(OF_THE_ASSIGNEE) && role != Role.OWNER ? Right.NO : Right.YES;
    }

    private static String groupOf(Role role) {
        return switch (role) {
            case ANONYMOUS -> "";
            case OWNER, CO_OWNER, OWNER_OF_ANOTHER, CONTRIBUTOR -> "owners";
            case OPERATOR -> "operators";
            case AUDITOR -> "auditors";
            case SERVICE -> "services";
            case ADMIN -> "administrators";
        };
    }
}
