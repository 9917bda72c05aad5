package io.accountmigration.process;

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
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;

/** The old portal, held in memory. */
class InMemoryPortal implements CloudPartnerPortal {

    private final Map<String, Publisher> publishers = new ConcurrentHashMap<>();
    private final Map<String, List<PublisherUser>> users = new ConcurrentHashMap<>();

    void add(String publisherId, Optional<String> partnerId, String... owners) {
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
        users.put(keyOf(publisherId), new CopyOnWriteArrayList<>());
        for (var owner : owners) {
            addUser(publisherId, owner, UserType.USER, PublisherRole.OWNER);
        }
    }

    void put(Publisher publisher, List<PublisherUser> entries) {
        publishers.put(keyOf(publisher.id()), publisher);
        users.put(keyOf(publisher.id()), new CopyOnWriteArrayList<>(entries));
    }

    void addUser(String publisherId, String address, UserType type, PublisherRole role) {
        users.get(keyOf(publisherId)).add(new PublisherUser("u-" + address, address, address, type, role, true));
    }

    void removeAllUsers(String publisherId) {
        users.get(keyOf(publisherId)).clear();
    }

    void editSettings(String publisherId) {
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

    void lockFor(String publisherId, String caseId) {
        change(publisherId, it -> locked(it, PublisherStatus.LOCKED, Optional.of(caseId)));
    }

    void forget(String publisherId) {
        publishers.remove(keyOf(publisherId));
    }

    Publisher publisher(String publisherId) {
        return publishers.get(keyOf(publisherId));
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
        if (publisher.isMigrated()
                || publisher.lockedBy().filter(other -> !other.equals(caseId)).isPresent()) {
            return new LockResult.Refused("held by somebody else");
        }
        lockFor(publisherId, caseId);
        return new LockResult.Locked();
    }

    @Override
    public void unlock(String publisherId, RequestKey key) {
        if (publisher(publisherId).isLockedBy(key.caseId().toString())) {
            change(publisherId, it -> locked(it, PublisherStatus.ACTIVE, Optional.empty()));
        }
    }

    @Override
    public SwitchResult switchOver(String publisherId, String accountId, String version, RequestKey key) {
        if (!publisher(publisherId).version().equals(version)) {
            return new SwitchResult.Stale();
        }
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
    public List<MovedPublisher> movedPublishers() {
        return publishers.values().stream()
                .filter(Publisher::isMigrated)
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

    private static Publisher locked(Publisher it, PublisherStatus status, Optional<String> caseId) {
        return new Publisher(
                it.id(), it.displayName(), status, it.partnerId(), it.accountId(), caseId, it.settings(), it.version());
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
