package io.accountmigration.publisher;

import java.util.List;
import java.util.Optional;

/** A publisher and its user entries, read together. */
public record PublisherSnapshot(Publisher publisher, List<PublisherUser> users) {

    /** The people who may act for the publisher, by sign-in address in lower case. */
    public List<String> owners() {
        return users.stream()
                .filter(PublisherUser::isActingOwner)
                .flatMap(user -> EmailAddress.parse(user.address()).stream())
                .map(EmailAddress::value)
                .distinct()
                .toList();
    }

    /** The role that this sign-in address has, where it is an active user at all. */
    public Optional<PublisherRole> roleOf(String address) {
        return users.stream()
                .filter(PublisherUser::active)
                .filter(user -> user.signsInAs(address))
                .map(PublisherUser::role)
                .sorted()
                .findFirst();
    }
}
