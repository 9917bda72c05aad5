package io.accountmigration.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherUser;
import java.util.List;
import java.util.stream.Stream;

/** A user of the old account who could not be carried over, with the reason and so with what to do. */
public record UserLeftBehind(String userId, Finding finding) {

    /** Whether the user has left the old account while it was moved. */
    public boolean hasLeft() {
        return finding.code() == FindingCode.USER_REMOVED || finding.code() == FindingCode.USER_CREATED_AGAIN;
    }

    /** The address of one who has left the old account. */
    public Stream<String> addressOfLeaver() {
        return hasLeft() ? Stream.of(finding.arguments().get(0)) : Stream.empty();
    }

    /** The same, where one of these users has the address of an entry that has left: a person may be in another entry now. */
    UserLeftBehind among(List<PublisherUser> users) {
        if (!hasLeft()) {
            return this;
        }
        var address = finding.arguments().get(0);
        var isInUse = users.stream().anyMatch(user -> user.active() && EmailAddress.areSame(user.address(), address));
        return new UserLeftBehind(
                userId, (isInUse ? FindingCode.USER_CREATED_AGAIN : FindingCode.USER_REMOVED).naming(address));
    }
}
