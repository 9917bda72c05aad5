package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * A page of a collection as Partner Center sends it, apart from its items: a count, which is the collection's or the
 * page's own, and the way on.
 */
record PageAnswer(Integer totalCount, Links links) {

    private static final String TOKEN = "MS-ContinuationToken";

    PageAnswer {
        requireNonNull(totalCount);
    }

    /** Where the other pages are. */
    record Links(Link next) {}

    /** A way on, with what has to be sent along: a list of keys and values, or an object. */
    record Link(String uri, JsonNode headers) {

        Link {
            requireNonNull(uri);
        }

        /** What tells Partner Center where a reader stands, where it does not say so in the address. */
        Optional<String> continuationToken() {
            if (headers == null) {
                return Optional.empty();
            }
            if (headers.isObject()) {
                return Optional.ofNullable(headers.get(TOKEN)).map(JsonNode::asText);
            }
            return StreamSupport.stream(headers.spliterator(), false)
                    .filter(header -> header.path("key").asText().equalsIgnoreCase(TOKEN))
                    .map(header -> header.path("value").asText())
                    .findFirst();
        }
    }

    Optional<Link> next() {
        return Optional.ofNullable(links).map(Links::next);
    }
}
