package io.accountmigration.usersync.cycle;

import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.usersync.ChangeOperation;
import io.accountmigration.usersync.UserChange;
import io.accountmigration.usersync.UserChanges;
import java.util.Optional;
import java.util.Set;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;

/**
 * Tells what a removal rests on. Lists are claims: a user who is missing from them may have been left out, now or when
 * the account moved. An operator decides about entries that Partner Center has never had, and about owners who are only
 * missing from lists.
 */
@Component
class RemovalEvidence {

    private static final String NEVER_IN_PARTNER_CENTER = "NEVER_IN_PARTNER_CENTER";
    private static final String OWNER_ONLY_MISSING_IN_LISTS = "OWNER_ONLY_MISSING_IN_LISTS";
    private static final String TWIN_REMAINS = "TWIN_REMAINS";
    private static final Set<String> REASONS =
            Set.of(NEVER_IN_PARTNER_CENTER, TWIN_REMAINS, OWNER_ONLY_MISSING_IN_LISTS);

    private final UserChanges changes;

    RemovalEvidence(UserChanges changes) {
        this.changes = changes;
    }

    /** Why an operator has to decide about this removal, if one has to. */
    Optional<String> whyDoubtful(PendingUserChange removal, Optional<PublisherUser> entry) {
        if (removal.link().isPortalOnly()) {
            return Optional.of(removal.link().isTwin() ? TWIN_REMAINS : NEVER_IN_PARTNER_CENTER);
        }
        return entry.filter(PublisherUser::isActiveOwner).isPresent() && !isTold(removal.change())
                ? Optional.of(OWNER_ONLY_MISSING_IN_LISTS)
                : Optional.empty();
    }

    /** Whether it waits for nothing else. */
    static boolean isAllThatIsMissing(UserChange change) {
        return REASONS.contains(change.reason());
    }

    private boolean isTold(UserChange change) {
        return change.source().isTold()
                || changes.findLatestTold(change.publisherKey(), change.userId(), Limit.of(1)).stream()
                        .anyMatch(told -> told.operation() == ChangeOperation.REMOVE);
    }
}
