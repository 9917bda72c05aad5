package io.accountmigration.outside.cpp;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.PathSegment;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;

/** Reads publishers. An id that cannot be a path segment belongs to no publisher, and is not looked up. */
class PublisherHttpReader {

    private final Endpoint portal;
    private final String apiVersion;

    PublisherHttpReader(Endpoint portal, String apiVersion) {
        this.portal = portal;
        this.apiVersion = apiVersion;
    }

    Optional<Publisher> find(String publisherId) {
        return ask(publisherId, "").map(answer -> {
            var version = answer.header(HttpHeaders.ETAG).orElseThrow(() -> answer.unreadable("ETag"));
            return read(publisherId, answer).toPublisher(version);
        });
    }

    Optional<PublisherAnswer> read(String publisherId) {
        return ask(publisherId, "").map(answer -> read(publisherId, answer));
    }

    /** A publisher has users; a list without any is an answer that went wrong. */
    List<PublisherUser> usersOf(String publisherId) {
        return ask(publisherId, "/users")
                .map(answer -> {
                    var users = answer.countedItems(UserAnswer.class);
                    if (users.isEmpty()) {
                        throw answer.unreadable("users");
                    }
                    return users.stream().map(UserAnswer::toUser).toList();
                })
                .orElse(List.of());
    }

    Optional<PublisherRoster> rosterOf(String publisherId) {
        return ask(publisherId, "/users").map(answer -> {
            var version = answer.header(HttpHeaders.ETAG).orElseThrow(() -> answer.unreadable("ETag"));
            var users = answer.countedItems(UserAnswer.class).stream()
                    .map(UserAnswer::toUser)
                    .toList();
            return new PublisherRoster(users, version);
        });
    }

    private static PublisherAnswer read(String publisherId, Answer answer) {
        var publisher = answer.as(PublisherAnswer.class);
        if (!Publisher.keyOf(publisher.publisherId()).equals(Publisher.keyOf(publisherId))) {
            throw answer.unreadable("another publisher");
        }
        return publisher;
    }

    private Optional<Answer> ask(String publisherId, String resource) {
        if (!PathSegment.canCarry(publisherId)) {
            return Optional.empty();
        }
        var answer = portal.get(
                        "/api/publishers/{publisherId}" + resource + "?api-version={apiVersion}",
                        publisherId,
                        apiVersion)
                .expecting(404)
                .send();
        if (answer.isSuccess()) {
            return Optional.of(answer);
        }
        if (answer.isRefusal(404, "PublisherNotFound")) {
            return Optional.empty();
        }
        throw answer.unexpected();
    }
}
