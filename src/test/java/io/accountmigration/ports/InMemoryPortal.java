package io.accountmigration.ports;

import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.LockResult;
import io.accountmigration.publisher.MovedPublisher;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherMembership;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherRoster;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import io.accountmigration.publisher.SwitchResult;
import io.accountmigration.publisher.UserType;
import io.accountmigration.publisher.WriteResult;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The old portal, held in memory. It ends its locks by itself, as the real one does. */
public class InMemoryPortal implements CloudPartnerPortal {

    /** A lock is a lease: it is held until an instant, and not at that instant. */
    private record Lock(String caseId, Instant until) {

        boolean isHeldAt(Instant now) {
            return now.isBefore(until);
        }
    }

    /** Without their locks. */
    private final Map<String, Publisher> publishers = new ConcurrentHashMap<>();

    private final Map<String, List<PublisherUser>> users = new ConcurrentHashMap<>();
    private final Map<String, Lock> locks = new ConcurrentHashMap<>();
    private final Clock clock;

    public InMemoryPortal(Clock clock) {
        this.clock = clock;
    }

    /** Every publisher has users; one without owners has one who is none. */
    public void add(String publisherId, Optional<String> partnerId, String... owners) {
        publishers.put(
                keyOf(publisherId),
                new Publisher(
                        publisherId,
                        publisherId,
                        PublisherStatus.ACTIVE,
                        partnerId,
                        Optional.empty(),
                        Optional.empty(),
                        settings("first"),
                        "1"));
        locks.remove(keyOf(publisherId));
        users.put(keyOf(publisherId), new CopyOnWriteArrayList<>());
        for (var owner : owners) {
            addUser(publisherId, owner, UserType.USER, PublisherRole.OWNER);
        }
        if (owners.length == 0) {
            addUser(publisherId, "reader@" + keyOf(publisherId) + ".example", UserType.USER, PublisherRole.CONTRIBUTOR);
        }
    }

    public void put(Publisher publisher, List<PublisherUser> entries) {
        publishers.put(keyOf(publisher.id()), publisher);
        locks.remove(keyOf(publisher.id()));
        users.put(keyOf(publisher.id()), new CopyOnWriteArrayList<>(entries));
    }

    public void addUser(String publisherId, String address, UserType type, PublisherRole role) {
        users.get(keyOf(publisherId)).add(new PublisherUser("u-" + address, address, address, type, role, true));
    }

    public void removeAllUsers(String publisherId) {
        users.get(keyOf(publisherId)).clear();
    }

    public void editSettings(String publisherId) {
        change(
                publisherId,
                it -> new Publisher(
                        it.id(),
                        it.displayName(),
                        it.status(),
                        it.partnerId(),
                        it.accountId(),
                        it.lockedBy(),
                        settings("edited"),
                        it.version() + "1"));
    }

    /** Another case locks the publisher, without an end in sight. */
    public void lockFor(String publisherId, String caseId) {
        locks.put(keyOf(publisherId), new Lock(caseId, Instant.MAX));
    }

    public void clear() {
        publishers.clear();
        users.clear();
        locks.clear();
    }

    /** Somebody else, or this program before its database was restored, has moved the publisher. */
    public void moved(String publisherId, String accountId) {
        locks.remove(keyOf(publisherId));
        change(
                publisherId,
                it -> new Publisher(
                        it.id(),
                        it.displayName(),
                        PublisherStatus.READ_ONLY,
                        it.partnerId(),
                        Optional.of(accountId),
                        Optional.empty(),
                        it.settings(),
                        it.version()));
    }

    public void forget(String publisherId) {
        publishers.remove(keyOf(publisherId));
    }

    public Publisher publisher(String publisherId) {
        var publisher = publishers.get(keyOf(publisherId));
        var lock = locks.get(keyOf(publisherId));
        var isLocked = publisher != null && lock != null && lock.isHeldAt(clock.instant());
        return isLocked ? locked(publisher, lock.caseId()) : publisher;
    }

    @Override
    public Optional<Publisher> find(String publisherId) {
        return Optional.ofNullable(publisher(publisherId));
    }

    @Override
    public List<PublisherUser> usersOf(String publisherId) {
        var entries = entriesOf(publisherId);
        if (entries.isEmpty() && publishers.containsKey(keyOf(publisherId))) {
            throw new CloudPartnerPortalUnavailable("a list without anybody", null, null);
        }
        return entries;
    }

    private List<PublisherUser> entriesOf(String publisherId) {
        return List.copyOf(users.getOrDefault(keyOf(publisherId), List.of()));
    }

    @Override
    public List<PublisherMembership> publishersOf(EmailAddress address) {
        return publishers.values().stream()
                .flatMap(publisher -> entriesOf(publisher.id()).stream()
                        .filter(user -> user.active() && user.signsInAs(address.value()))
                        .map(user -> new PublisherMembership(
                                publisher.id(), user.userId(), publisher.displayName(), user.role())))
                .toList();
    }

    @Override
    public LockResult lock(String publisherId, Instant until, RequestKey key) {
        var caseId = key.caseId().toString();
        var publisher = publisher(publisherId);
        if (publisher.isMigrated()) {
            return new LockResult.Moved();
        }
        if (publisher.lockedBy().filter(other -> !other.equals(caseId)).isPresent()) {
            return new LockResult.Refused("held by somebody else");
        }
        if (!until.isAfter(clock.instant())) {
            throw new CloudPartnerPortalUnavailable("the lock that was asked for is not shown", null, null);
        }
        locks.put(keyOf(publisherId), new Lock(caseId, until));
        return new LockResult.Locked(Optional.of(publisher(publisherId)));
    }

    @Override
    public void unlock(String publisherId, RequestKey key) {
        if (publisher(publisherId).isLockedBy(key.caseId().toString())) {
            locks.remove(keyOf(publisherId));
        }
    }

    @Override
    public SwitchResult switchOver(String publisherId, String accountId, String version, RequestKey key) {
        if (!publisher(publisherId).version().equals(version)) {
            return new SwitchResult.Stale();
        }
        moved(publisherId, accountId);
        return new SwitchResult.Switched();
    }

    @Override
    public Optional<PublisherRoster> rosterOf(String publisherId) {
        return find(publisherId).map(publisher -> new PublisherRoster(entriesOf(publisherId), publisher.version()));
    }

    @Override
    public WriteResult putUser(String publisherId, PublisherUser user, String version, RequestKey key) {
        return write(publisherId, version, () -> {
            var entries = users.get(keyOf(publisherId));
            entries.removeIf(entry -> entry.userId().equals(user.userId()));
            entries.add(user);
        });
    }

    @Override
    public WriteResult removeUser(String publisherId, String userId, String version, RequestKey key) {
        return write(publisherId, version, () -> users.get(keyOf(publisherId))
                .removeIf(entry -> entry.userId().equals(userId)));
    }

    @Override
    public WriteResult putSettings(
            String publisherId, SettingsArea area, Map<String, Object> settings, String version, RequestKey key) {
        return write(
                publisherId,
                version,
                () -> change(publisherId, it -> {
                    var all = new EnumMap<>(it.settings());
                    all.put(area, settings);
                    return new Publisher(
                            it.id(),
                            it.displayName(),
                            it.status(),
                            it.partnerId(),
                            it.accountId(),
                            it.lockedBy(),
                            all,
                            it.version());
                }));
    }

    @Override
    public List<MovedPublisher> movedPublishersAfter(String after, int atMost) {
        return publishers.entrySet().stream()
                .filter(entry -> entry.getKey().compareTo(keyOf(after)) > 0)
                .sorted(Map.Entry.comparingByKey())
                .map(Map.Entry::getValue)
                .filter(Publisher::isMigrated)
                .limit(atMost)
                .map(it -> new MovedPublisher(it.id(), it.accountId().orElseThrow()))
                .toList();
    }

    @Override
    public List<String> publisherIdsAfter(String after, int atMost) {
        return publishers.keySet().stream()
                .filter(key -> key.compareTo(after.toLowerCase(Locale.ROOT)) > 0)
                .sorted()
                .limit(atMost)
                .toList();
    }

    private WriteResult write(String publisherId, String version, Runnable effect) {
        if (!publisher(publisherId).version().equals(version)) {
            return new WriteResult.Stale();
        }
        effect.run();
        return new WriteResult.Written(version);
    }

    private void change(String publisherId, UnaryOperator<Publisher> change) {
        publishers.computeIfPresent(keyOf(publisherId), (key, publisher) -> change.apply(publisher));
    }

    private static Publisher locked(Publisher it, String caseId) {
        return new Publisher(
                it.id(),
                it.displayName(),
                PublisherStatus.LOCKED,
                it.partnerId(),
                it.accountId(),
                Optional.of(caseId),
                it.settings(),
                it.version());
    }

    private static Map<SettingsArea, Map<String, Object>> settings(String content) {
        return Map.of(
                SettingsArea.AGREEMENT, Map.of("content", content),
                SettingsArea.COMPANY, Map.of("content", content),
                SettingsArea.PAYOUT, Map.of("content", content));
    }

    private static String keyOf(String publisherId) {
        return publisherId.toLowerCase(Locale.ROOT);
    }
}
