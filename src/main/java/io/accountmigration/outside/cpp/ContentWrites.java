package io.accountmigration.outside.cpp;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Call;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.PathSegment;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.WriteResult;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.http.HttpHeaders;

/**
 * Writes to a publisher's content. Each names the version it rests on: one whose answer was lost is stale when it is tried
 * again, and the next read shows that it happened. So no write needs to ask before.
 */
class ContentWrites {

    private static final String PUBLISHER = "/api/publishers/{publisherId}";
    private static final String VERSION = "?api-version={apiVersion}";
    private static final String USER = PUBLISHER + "/users/{userId}" + VERSION;
    private static final String SETTINGS = PUBLISHER + "/settings/{area}" + VERSION;

    private static final int[] REFUSALS = {400, 409, 422};

    /** Refusals that say nothing about what was written: they pass, or they are this program's own mistake. */
    private static final Set<String> NOT_ABOUT_THE_CONTENT =
            Set.of("InvalidAPIVersion", "PreconditionMissing", "PublisherLocked", "PublisherReadOnly");

    private final Endpoint portal;
    private final String apiVersion;

    ContentWrites(Endpoint portal, String apiVersion) {
        this.portal = portal;
        this.apiVersion = apiVersion;
    }

    WriteResult putUser(String publisherId, PublisherUser user, String version, RequestKey key) {
        if (!PathSegment.canCarry(user.userId())) {
            return impossibleUserId();
        }
        var wanted = UserAnswer.of(user);
        var answer =
                send(portal.put(USER, publisherId, user.userId(), apiVersion).body(wanted), version, key);
        if (answer.isSuccess() && !answer.as(UserAnswer.class).grantsTheSameAs(wanted)) {
            throw answer.unreadable("without effect");
        }
        return outcome(answer);
    }

    WriteResult removeUser(String publisherId, String userId, String version, RequestKey key) {
        if (!PathSegment.canCarry(userId)) {
            return impossibleUserId();
        }
        var answer = send(portal.delete(USER, publisherId, userId, apiVersion), version, key);
        return answer.isRefusal(404, "UserNotFound")
                ? new WriteResult.Written(answer.header(HttpHeaders.ETAG).orElse(version))
                : outcome(answer);
    }

    WriteResult putSettings(
            String publisherId, SettingsArea area, Map<String, Object> settings, String version, RequestKey key) {
        var name = area.name().toLowerCase(Locale.ROOT);
        var answer = send(portal.put(SETTINGS, publisherId, name, apiVersion).body(settings), version, key);
        if (answer.isSuccess() && !answer.says(settings)) {
            throw answer.unreadable("other settings");
        }
        return outcome(answer);
    }

    private static Answer send(Call write, String version, RequestKey key) {
        return write.identifiedBy(key)
                .header(HttpHeaders.IF_MATCH, version)
                .expecting(400, 404, 409, 412, 422)
                .send();
    }

    private static WriteResult outcome(Answer answer) {
        if (answer.isSuccess()) {
            return new WriteResult.Written(
                    answer.header(HttpHeaders.ETAG).orElseThrow(() -> answer.unreadable("ETag")));
        }
        if (answer.isRefusal(412, "PreconditionFailed")) {
            return new WriteResult.Stale();
        }
        var code = answer.errorCode();
        var isRefused = !code.isBlank()
                && !NOT_ABOUT_THE_CONTENT.contains(code)
                && IntStream.of(REFUSALS).anyMatch(status -> answer.isRefusal(status, code));
        if (!isRefused) {
            throw answer.unexpected();
        }
        return new WriteResult.Refused(code, answer.errorText());
    }

    private static WriteResult impossibleUserId() {
        return new WriteResult.Refused("InvalidUserId", "The id of the user cannot stand in an address.");
    }
}
