package io.accountmigration.usersync.operations;

import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.UserChange;
import java.util.List;
import org.springframework.lang.Nullable;

/**
 * How the sync of one user went.
 *
 * @param steps what was done, in order
 */
public record UserSyncOutcome(
        String userId,
        @Nullable String userPrincipalName,
        ChangeState state,
        @Nullable String reason,
        List<String> steps) {

    static UserSyncOutcome of(UserChange change) {
        return new UserSyncOutcome(
                change.userId(),
                change.userPrincipalName(),
                change.state(),
                change.reason(),
                change.steps() == null || change.steps().isEmpty()
                        ? List.of()
                        : List.of(change.steps().split("\n")));
    }
}
