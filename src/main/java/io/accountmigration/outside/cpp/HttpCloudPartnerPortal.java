package io.accountmigration.outside.cpp;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.OutsideSystems;
import io.accountmigration.outside.PathSegment;
import io.accountmigration.outside.ProbedWrite;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.SwitchResult;
import io.accountmigration.publisher.WriteResult;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * Cloud Partner Portal over HTTP. Documented by Microsoft are the base path, {@code api-version}, the error envelope and
 * {@code If-Match}. The resources (publisher, users, settings, lock, switch, the list of those that have moved) are this
 * project's own in that style: the portal documents none for them. Locking and switching answer the publisher as it then
 * is. They are sent at once; where they are refused, or the answer is lost, the publisher tells whether they have happened.
 * A lock that answered the users as well, all under one entity tag, would save a list of each case.
 */
@Component
class HttpCloudPartnerPortal implements CloudPartnerPortal {

    private static final String PUBLISHER = "/api/publishers/{publisherId}";
    private static final String VERSION = "?api-version={apiVersion}";

    private final Endpoint portal;
    private final String apiVersion;
    private final PublisherHttpReader publishers;
    private final ContentWrites writes;

    HttpCloudPartnerPortal(OutsideSystems systems, CloudPartnerPortalProperties properties) {
        this.portal = systems.open("cpp")
                .at(properties.baseUrl(), properties.credentials(), CloudPartnerPortalUnavailable::new);
        this.apiVersion = properties.apiVersion();
        this.publishers = new PublisherHttpReader(portal, apiVersion);
        this.writes = new ContentWrites(portal, apiVersion);
    }

    @Override
    public Optional<Publisher> find(String publisherId) {
        return publishers.find(publisherId);
    }

    @Override
    public List<PublisherUser> usersOf(String publisherId) {
        return publishers.usersOf(publisherId);
    }

    @Override
    public List<PublisherMembership> publishersOf(EmailAddress address) {
        return portal
                .get("/api/publishers" + VERSION + "&user={address}", apiVersion, address.value())
                .send()
                .countedItems(MembershipAnswer.class)
                .stream()
                .map(MembershipAnswer::toMembership)
                .toList();
    }

    @Override
    public LockResult lock(String publisherId, Instant until, RequestKey key) {
        // To the millisecond, which every database keeps: otherwise the portal's answer never equals what was asked.
        var end = until.truncatedTo(ChronoUnit.MILLIS);
        return PathSegment.canCarry(publisherId)
                ? ProbedWrite.send(() -> putLock(publisherId, end, key), () -> lockShown(publisherId, end, key))
                : unknownPublisher();
    }

    private LockResult putLock(String publisherId, Instant end, RequestKey key) {
        var caseId = key.caseId().toString();
        var answer = portal.put(PUBLISHER + "/lock" + VERSION, publisherId, apiVersion)
                .identifiedBy(key)
                .body(Map.of("caseId", caseId, "until", end))
                .expecting(404, 409)
                .send();
        if (answer.isSuccess()) {
            var publisher = confirm(answer, shown -> shown.isLockedBy(caseId));
            return new LockResult.Locked(answer.header(HttpHeaders.ETAG)
                    .filter(version -> Publisher.keyOf(publisher.publisherId()).equals(Publisher.keyOf(publisherId)))
                    .map(publisher::toPublisher));
        }
        if (answer.isRefusal(409, "PublisherReadOnly")) {
            return new LockResult.Moved();
        }
        if (answer.isRefusal(409, "PublisherLocked")) {
            return lockShown(publisherId, end, key).orElseGet(() -> new LockResult.Refused(answer.errorText()));
        }
        if (answer.isRefusal(404, "PublisherNotFound")) {
            return unknownPublisher();
        }
        throw answer.unexpected();
    }

    private Optional<LockResult> lockShown(String publisherId, Instant end, RequestKey key) {
        return publishers
                .read(publisherId)
                .filter(publisher -> publisher.isLockedBy(key.caseId().toString())
                        && end.equals(publisher.lock().until()))
                .<LockResult>map(publisher -> new LockResult.Locked());
    }

    private static LockResult unknownPublisher() {
        return new LockResult.Refused("Cloud Partner Portal does not know this publisher");
    }

    @Override
    public void unlock(String publisherId, RequestKey key) {
        var caseId = key.caseId().toString();
        if (publishers
                .read(publisherId)
                .filter(publisher -> publisher.isLockedBy(caseId))
                .isEmpty()) {
            return;
        }
        var answer = portal.delete(PUBLISHER + "/lock" + VERSION + "&caseId={caseId}", publisherId, apiVersion, caseId)
                .identifiedBy(key)
                .expecting(404, 409)
                .send();
        var leftAsItIs = answer.isRefusal(404, "LockNotFound") || answer.isRefusal(409, "PublisherLocked");
        if (!answer.isSuccess() && !leftAsItIs) {
            throw answer.unexpected();
        }
    }

    @Override
    public SwitchResult switchOver(String publisherId, String accountId, String version, RequestKey key) {
        return ProbedWrite.send(
                () -> postSwitch(publisherId, accountId, version, key), () -> switchShown(publisherId, accountId));
    }

    private SwitchResult postSwitch(String publisherId, String accountId, String version, RequestKey key) {
        var answer = portal.post(PUBLISHER + "/switch" + VERSION, publisherId, apiVersion)
                .identifiedBy(key)
                .header(HttpHeaders.IF_MATCH, version)
                .body(Map.of("accountId", accountId))
                .expecting(409, 412)
                .send();
        if (answer.isSuccess()) {
            confirm(answer, publisher -> publisher.isSwitchedTo(accountId));
            return new SwitchResult.Switched();
        }
        if (answer.isRefusal(412, "PreconditionFailed")) {
            return switchShown(publisherId, accountId).orElseGet(SwitchResult.Stale::new);
        }
        if (answer.isRefusal(409, "PublisherReadOnly")) {
            return switchShown(publisherId, accountId).orElseThrow(answer::unexpected);
        }
        throw answer.unexpected();
    }

    private Optional<SwitchResult> switchShown(String publisherId, String accountId) {
        return publishers
                .read(publisherId)
                .filter(publisher -> publisher.isSwitchedTo(accountId))
                .<SwitchResult>map(publisher -> new SwitchResult.Switched());
    }

    @Override
    public Optional<PublisherRoster> rosterOf(String publisherId) {
        return publishers.rosterOf(publisherId);
    }

    @Override
    public WriteResult putUser(String publisherId, PublisherUser user, String version, RequestKey key) {
        return writes.putUser(publisherId, user, version, key);
    }

    @Override
    public WriteResult removeUser(String publisherId, String userId, String version, RequestKey key) {
        return writes.removeUser(publisherId, userId, version, key);
    }

    @Override
    public WriteResult putSettings(
            String publisherId, SettingsArea area, Map<String, Object> settings, String version, RequestKey key) {
        return writes.putSettings(publisherId, area, settings, version, key);
    }

    @Override
    public List<MovedPublisher> movedPublishersAfter(String after, int atMost) {
        var listed = page("&status=READ_ONLY", MovedAnswer.class, MovedAnswer::publisherId, after, atMost);
        var moved = listed.stream().flatMap(answer -> answer.toMoved().stream()).toList();
        // A page without anything that can be told is not the end of the list.
        return moved.isEmpty() && !listed.isEmpty()
                ? movedPublishersAfter(listed.get(listed.size() - 1).publisherId(), atMost)
                : moved;
    }

    @Override
    public List<String> publisherIdsAfter(String after, int atMost) {
        return page("", ListedAnswer.class, ListedAnswer::publisherId, after, atMost).stream()
                .map(ListedAnswer::publisherId)
                .toList();
    }

    private <T> List<T> page(String which, Class<T> type, Function<T, String> publisherId, String after, int atMost) {
        var answer = portal.get(
                        "/api/publishers" + VERSION + which + "&after={after}&size={size}",
                        apiVersion,
                        after,
                        String.valueOf(atMost))
                .send();
        var listed = answer.countedItems(type);
        var keys = listed.stream()
                .map(item -> Publisher.keyOf(publisherId.apply(item)))
                .collect(Collectors.toSet());
        if (listed.size() > atMost || keys.size() < listed.size() || keys.contains(Publisher.keyOf(after))) {
            // A reader that continues after the last of them might never come to an end.
            throw answer.unreadable("order");
        }
        return listed;
    }

    /** A success must show its effect: what follows rests on it. */
    private static PublisherAnswer confirm(Answer write, Predicate<PublisherAnswer> done) {
        var publisher = write.as(PublisherAnswer.class);
        if (!done.test(publisher)) {
            throw write.unreadable("without effect");
        }
        return publisher;
    }
}
