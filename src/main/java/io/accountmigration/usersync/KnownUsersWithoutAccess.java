package io.accountmigration.usersync;

import io.accountmigration.partner.UsersWithoutAccess;
import io.accountmigration.publisher.Publisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The entries that were listed by the move or by a comparison; a twin has access by another entry. */
@Component
class KnownUsersWithoutAccess implements UsersWithoutAccess {

    private final UserLinks links;

    KnownUsersWithoutAccess(UserLinks links) {
        this.links = links;
    }

    @Override
    @Transactional(readOnly = true)
    public boolean includes(String publisherId, String portalUserId) {
        return links.findById(UserLink.idOfPortalOnly(Publisher.keyOf(publisherId), portalUserId))
                .filter(link -> !link.hasMovedOtherwise())
                .isPresent();
    }
}
