package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/** A page of the audit feed as Partner Center sends it: the count of the whole feed, a part of it, the way on. */
record FeedPage(Integer totalCount, List<AuditRecordAnswer> items, Links links) {

    FeedPage {
        requireNonNull(totalCount);
        requireNonNull(items);
        items.forEach(item -> requireNonNull(item));
    }

    /** Where the other pages are. */
    record Links(Link next) {}

    /** A way on, with what has to be sent along. */
    record Link(String uri, List<JsonNode> headers) {

        Link {
            requireNonNull(uri);
            headers = headers == null ? List.of() : List.copyOf(headers);
        }

        /** What tells Partner Center where a reader stands, where it does not say so in the address. */
        Optional<String> continuationToken() {
            return headers.stream()
                    .filter(header -> header.path("key").asText().equalsIgnoreCase("MS-ContinuationToken"))
                    .map(header -> header.path("value").asText())
                    .findFirst();
        }
    }

    Optional<Link> next() {
        return Optional.ofNullable(links).map(Links::next);
    }
}
