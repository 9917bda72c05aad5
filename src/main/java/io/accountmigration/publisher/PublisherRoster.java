package io.accountmigration.publisher;

import java.util.List;

/** The user entries of a publisher, the disabled ones too, as they are in one version of the publisher's content. */
public record PublisherRoster(List<PublisherUser> users, String version) {

    public PublisherRoster {
        users = List.copyOf(users);
    }
}
