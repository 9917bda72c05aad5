package io.accountmigration.usersync;

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
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Cloud Partner Portal in memory: it counts the effects of each request, and fails as it is told to. */
class OldPortal implements CloudPartnerPortal {

    /** The program ends here, as if it had been killed. */
    static class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    /** How the next write goes wrong. */
    enum Trouble {
        UNAVAILABLE,
        ANSWER_LOST,
        CRASH_AFTER_EFFECT,
        CRASH_BEFORE_EFFECT
    }

    /** Among which entries of a publisher an address may stand only once. */
    enum Uniqueness {
        NONE,
        ACTIVE,
        ALL
    }

    private static class Content {
        private final Map<String, PublisherUser> users = new LinkedHashMap<>();
        private final Map<SettingsArea, Map<String, Object>> settings = new EnumMap<>(SettingsArea.class);
        private long version = 1;
        private boolean hadOwner;
    }

    private final Map<String, Content> contents = new ConcurrentHashMap<>();
    private final Map<String, Integer> effects = new HashMap<>();
    private final Set<String> poisoned = new HashSet<>();
    private final List<String> violations = new ArrayList<>();
    private Uniqueness uniqueness = Uniqueness.NONE;
    private String watched;
    private Trouble trouble;
    private boolean down;
    private boolean refusing;
    private int writes;
    private int asked;

    /** Somebody edits the portal itself. */
    void edit(String publisherId, PublisherUser user) {
        var content = contents.computeIfAbsent(publisherId, id -> new Content());
        content.users.put(user.userId(), user);
        content.version++;
        content.hadOwner |= user.isActiveOwner();
    }

    void edit(String publisherId, String userId, String address, PublisherRole role) {
        edit(publisherId, new PublisherUser(userId, address, "Name of " + userId, UserType.USER, role, true));
    }

    Map<String, PublisherUser> users(String publisherId) {
        return contents.get(publisherId).users;
    }

    /** Does what it is asked to, whatever it was told before. */
    void bePolite() {
        uniqueness = Uniqueness.NONE;
        trouble = null;
        down = false;
        refusing = false;
        poisoned.clear();
    }

    void failNextWrite(Trouble next) {
        trouble = next;
    }

    void isDown(boolean now) {
        down = now;
    }

    void refuses(boolean now) {
        refusing = now;
    }

    void poison(String address) {
        poisoned.add(address);
    }

    void heal(String address) {
        poisoned.remove(address);
    }

    /** What must never happen, and did. */
    List<String> violations() {
        return violations;
    }

    int writes() {
        return writes;
    }

    /** How often it was asked to write a user, be it in vain. */
    int asked() {
        return asked;
    }

    @Override
    public synchronized Optional<PublisherRoster> rosterOf(String publisherId) {
        requireUp();
        return Optional.ofNullable(contents.get(publisherId))
                .map(content -> new PublisherRoster(List.copyOf(content.users.values()), "" + content.version));
    }

    @Override
    public synchronized WriteResult putUser(String publisherId, PublisherUser user, String version, RequestKey key) {
        asked++;
        if (poisoned.contains(user.address())) {
            throw unavailable();
        }
        if (isTaken(publisherId, user)) {
            requireUp();
            return new WriteResult.Refused("AddressInUse", "another user has the address");
        }
        return write(publisherId, version, key, content -> !user.equals(content.users.put(user.userId(), user)));
    }

    /** Somebody disables a user in the portal itself. */
    void disable(String publisherId, String userId) {
        var user = users(publisherId).get(userId);
        edit(
                publisherId,
                new PublisherUser(userId, user.address(), user.displayName(), user.type(), user.role(), false));
    }

    /** From now on two active users of the publisher with the same address are a violation. */
    void watch(String publisherId) {
        watched = publisherId;
    }

    private void look(String publisherId) {
        if (publisherId.equals(watched)
                && users(publisherId).values().stream()
                                .filter(PublisherUser::active)
                                .map(user -> user.address().toLowerCase(Locale.ROOT))
                                .distinct()
                                .count()
                        < users(publisherId).values().stream()
                                .filter(PublisherUser::active)
                                .count()) {
            violations.add(publisherId + " has two active users with one address");
        }
    }

    void enforce(Uniqueness wanted) {
        uniqueness = wanted;
    }

    private boolean isTaken(String publisherId, PublisherUser wanted) {
        return uniqueness != Uniqueness.NONE
                && (wanted.active() || uniqueness == Uniqueness.ALL)
                && users(publisherId).values().stream()
                        .filter(other -> !other.userId().equals(wanted.userId()))
                        .filter(other -> other.active() || uniqueness == Uniqueness.ALL)
                        .anyMatch(other -> other.address().equalsIgnoreCase(wanted.address()));
    }

    @Override
    public synchronized WriteResult removeUser(String publisherId, String userId, String version, RequestKey key) {
        return write(publisherId, version, key, content -> content.users.remove(userId) != null);
    }

    @Override
    public synchronized WriteResult putSettings(
            String publisherId, SettingsArea area, Map<String, Object> settings, String version, RequestKey key) {
        return write(publisherId, version, key, content -> !settings.equals(content.settings.put(area, settings)));
    }

    private WriteResult write(
            String publisherId, String version, RequestKey key, java.util.function.Predicate<Content> effect) {
        requireUp();
        var now = trouble;
        trouble = null;
        if (now == Trouble.UNAVAILABLE) {
            throw unavailable();
        }
        if (now == Trouble.CRASH_BEFORE_EFFECT) {
            throw new Crash();
        }
        var content = contents.get(publisherId);
        if (!version.equals("" + content.version)) {
            return new WriteResult.Stale();
        }
        writes++;
        if (effect.test(content)) {
            content.version++;
            if (effects.merge(key.requestId().toString(), 1, Integer::sum) > 1) {
                violations.add("request " + key + " had its effect twice");
            }
        }
        if (content.hadOwner && content.users.values().stream().noneMatch(PublisherUser::isActiveOwner)) {
            violations.add(publisherId + " lost its last owner");
        }
        content.hadOwner |= content.users.values().stream().anyMatch(PublisherUser::isActiveOwner);
        look(publisherId);
        if (now == Trouble.CRASH_AFTER_EFFECT) {
            throw new Crash();
        }
        if (now == Trouble.ANSWER_LOST) {
            throw unavailable();
        }
        return new WriteResult.Written("" + content.version);
    }

    private void requireUp() {
        if (refusing) {
            throw new CloudPartnerPortalUnavailable("answered 403", null, null).asRefusal();
        }
        if (down) {
            throw unavailable();
        }
    }

    private static CloudPartnerPortalUnavailable unavailable() {
        return new CloudPartnerPortalUnavailable("got no answer", null, null);
    }

    @Override
    public Optional<Publisher> find(String publisherId) {
        requireUp();
        return Optional.ofNullable(contents.get(publisherId))
                .map(content -> new Publisher(
                        publisherId,
                        publisherId,
                        PublisherStatus.READ_ONLY,
                        Optional.of("1"),
                        Optional.of(publisherId),
                        Optional.empty(),
                        Map.copyOf(content.settings),
                        "" + content.version));
    }

    @Override
    public List<PublisherUser> usersOf(String publisherId) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<PublisherMembership> publishersOf(EmailAddress address) {
        throw new UnsupportedOperationException();
    }

    @Override
    public LockResult lock(String publisherId, Instant until, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void unlock(String publisherId, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SwitchResult switchOver(String publisherId, String accountId, String version, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<MovedPublisher> movedPublishersAfter(String after, int atMost) {
        return List.of();
    }

    @Override
    public List<String> publisherIdsAfter(String after, int atMost) {
        return contents.keySet().stream()
                .filter(key -> key.compareTo(after.toLowerCase(Locale.ROOT)) > 0)
                .sorted()
                .limit(atMost)
                .toList();
    }
}
