package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.Lock;
import io.accountmigration.sandbox.data.Publisher;
import java.time.Instant;
import java.util.Comparator;

/** The bodies of Cloud Partner Portal. */
final class CppBodies {

    private CppBodies() {}

    record PublisherBody(
            String publisherId,
            String displayName,
            CppStatus status,
            String mpnId,
            String accountId,
            Lock lock,
            JsonNode settings) {

        static PublisherBody of(Publisher publisher, Instant now) {
            var status = publisher.status(now);
            return new PublisherBody(
                    publisher.publisherId(),
                    publisher.displayName(),
                    status,
                    publisher.mpnId(),
                    publisher.accountId(),
                    status == CppStatus.LOCKED ? publisher.lock() : null,
                    publisher.settings().asJson());
        }
    }

    record SwitchBody(String accountId) {}

    record UserBody(
            String userId, String address, String displayName, CppUser.Type type, CppUser.Role role, Boolean active) {

        static UserBody of(String userId, CppUser user) {
            return new UserBody(userId, user.address(), user.displayName(), user.type(), user.role(), user.active());
        }

        CppUser user() {
            return CppUser.of(address, displayName, type, role, active == null || active);
        }
    }

    record OwnPublisherBody(String publisherId, String userId, String displayName, CppUser.Role role) {

        static OwnPublisherBody of(Publisher publisher, String addressKey) {
            var own = publisher.users().entrySet().stream()
                    .filter(user -> user.getValue().active())
                    .filter(user -> user.getValue().addressKey().equals(addressKey))
                    .min(Comparator.comparing(user -> user.getValue().role()))
                    .orElseThrow();
            return new OwnPublisherBody(
                    publisher.publisherId(),
                    own.getKey(),
                    publisher.displayName(),
                    own.getValue().role());
        }
    }
}
