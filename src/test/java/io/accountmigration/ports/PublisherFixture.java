package io.accountmigration.ports;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherStatus;
import java.util.Map;
import java.util.Optional;

/** Publishers that nobody has locked, with no settings and no account in Partner Center. */
public final class PublisherFixture {

    private PublisherFixture() {}

    public static Publisher publisher(String id, String name, PublisherStatus status) {
        return publisher(id, name, status, null);
    }

    /** @param partnerId null where it has none */
    public static Publisher publisher(String id, String name, PublisherStatus status, String partnerId) {
        return new Publisher(
                id, name, status, Optional.ofNullable(partnerId), Optional.empty(), Optional.empty(), Map.of(), "1");
    }
}
