package io.accountmigration.usersync;

import io.accountmigration.publisher.PublisherUser;
import java.util.Optional;

/** What an applied change did to a user's access in the portal. */
public enum ChangeEffect {
    /** The user has access that he did not have. */
    GRANTED,
    /** The user had access and has it in another form. */
    CHANGED,
    /** The user had access and has none. */
    REMOVED,
    /** An entry without access has changed, or has left the portal. */
    TIDIED;

    /** What it means that one entry takes the place of another; there may have been none. */
    public static ChangeEffect of(Optional<PublisherUser> before, PublisherUser after) {
        var hadAccess = before.filter(PublisherUser::active).isPresent();
        if (after.active()) {
            return hadAccess ? CHANGED : GRANTED;
        }
        return hadAccess ? REMOVED : TIDIED;
    }
}
