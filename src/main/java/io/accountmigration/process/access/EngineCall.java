package io.accountmigration.process.access;

import io.accountmigration.migration.Caller.Role;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One call of the engine that is open.
 *
 * @param section who needs it
 * @param patterns the paths at which it is open, below the context path
 * @param parameters the query parameters that may be sent
 * @param body the fields that may be sent; empty where the call has no body
 */
record EngineCall(
        String section,
        String method,
        List<PathPattern> patterns,
        Set<Role> roles,
        Set<String> parameters,
        Optional<BodyFields> body) {

    boolean isAt(PathContainer path) {
        return patterns.stream().anyMatch(pattern -> pattern.matches(path));
    }

    boolean isOpenTo(Set<Role> caller) {
        return !Collections.disjoint(roles, caller);
    }
}
