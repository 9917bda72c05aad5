package io.accountmigration.usersync;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.FeedRecord;
import io.accountmigration.partner.OpenAccountResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.partner.UserChangeFeed;
import io.accountmigration.program.AdjustableClock;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Partner Center in memory: people edit it, its feed tells of it later, and sometimes it fails. */
class NewPortal implements PartnerCenter, UserChangeFeed {

    /** How the next reading of the feed goes wrong. */
    enum Trouble {
        UNAVAILABLE,
        INCOMPLETE,
        EMPTY,
        EXPIRED
    }

    private record Told(FeedRecord record, Instant visibleFrom) {}

    private final AdjustableClock clock;

    private record Edit(Instant at, String userId, Optional<AccountUser> user) {}

    private final Map<String, Map<String, AccountUser>> users = new ConcurrentHashMap<>();
    private final Map<String, List<Edit>> edits = new ConcurrentHashMap<>();
    private final Map<String, List<Told>> feed = new ConcurrentHashMap<>();
    private final Map<SettingsArea, Map<String, Object>> settings = new ConcurrentHashMap<>();
    private Supplier<Duration> listsLag = () -> Duration.ZERO;
    private Trouble trouble;
    private boolean down;
    private boolean empty;
    private Set<String> hidden = Set.of();
    private long records;
    private int rosterReads;

    NewPortal(AdjustableClock clock) {
        this.clock = clock;
    }

    FeedRecord put(String accountId, String userId, String address, Set<String> roles, Duration feedLag) {
        var user = new AccountUser(userId, address, "Name of " + userId, roles);
        var before =
                users.computeIfAbsent(accountId, id -> new LinkedHashMap<>()).put(userId, user);
        return tell(accountId, before == null ? "create_partner_user" : "update_partner_user", user, true, feedLag);
    }

    FeedRecord remove(String accountId, String userId, Duration feedLag) {
        var user = users.get(accountId).remove(userId);
        var gone = new AccountUser(userId, user.userPrincipalName(), user.displayName(), Set.of());
        return tell(accountId, "remove_partner_user", gone, false, feedLag);
    }

    private FeedRecord tell(String accountId, String operation, AccountUser user, boolean active, Duration feedLag) {
        clock.advance(Duration.ofMillis(1));
        edits.computeIfAbsent(accountId, id -> new ArrayList<>())
                .add(new Edit(clock.instant(), user.userId(), Optional.of(user).filter(it -> active)));
        var record = new FeedRecord(accountId + "/" + ++records, clock.instant(), operation, Optional.of(user), active);
        feed.computeIfAbsent(accountId, id -> new ArrayList<>())
                .add(new Told(record, clock.instant().plus(feedLag)));
        return record;
    }

    Map<String, AccountUser> users(String accountId) {
        return users.getOrDefault(accountId, Map.of());
    }

    /** From now on the lists show each user as he was so long ago; asked for each user and each reading. */
    void listsLag(Supplier<Duration> lag) {
        listsLag = lag;
    }

    private List<AccountUser> shown(String accountId) {
        var shown = new LinkedHashMap<String, AccountUser>();
        var seenAt = new HashMap<String, Instant>();
        for (var edit : edits.getOrDefault(accountId, List.of())) {
            var at = seenAt.computeIfAbsent(edit.userId(), id -> clock.instant().minus(listsLag.get()));
            if (!edit.at().isAfter(at)) {
                edit.user().ifPresentOrElse(user -> shown.put(edit.userId(), user), () -> shown.remove(edit.userId()));
            }
        }
        return shown.values().stream()
                .filter(user -> !hidden.contains(user.userId()))
                .toList();
    }

    /** The feed does not tell this record any more. */
    void forget(String accountId, FeedRecord record) {
        feed.get(accountId).removeIf(told -> told.record().equals(record));
    }

    /** How often all users were read. */
    int rosterReads() {
        return rosterReads;
    }

    /** Answers with what there is now, whatever it was told before. */
    void bePolite() {
        listsLag = () -> Duration.ZERO;
        trouble = null;
        down = false;
        empty = false;
        hidden = Set.of();
    }

    void failNextReading(Trouble next) {
        trouble = next;
    }

    void isDown(boolean now) {
        down = now;
    }

    void answersEmpty(boolean now) {
        empty = now;
    }

    /** The lists leave these users out. */
    void hide(String... userIds) {
        hidden = Set.of(userIds);
    }

    void putSettings(SettingsArea area, Map<String, Object> content) {
        settings.put(area, content);
    }

    @Override
    public Reading read(String accountId, Instant from, Instant to) {
        var now = trouble;
        trouble = null;
        if (now == Trouble.UNAVAILABLE || down) {
            throw new PartnerCenterUnavailable("GET /v1/auditrecords answered 500", null, null);
        }
        if (now == Trouble.INCOMPLETE) {
            throw new PartnerCenterUnavailable("GET /v1/auditrecords gave a part", null, null).asUnreadable();
        }
        if (now == Trouble.EXPIRED) {
            return new Reading.Expired();
        }
        if (now == Trouble.EMPTY) {
            return new Reading.Complete(List.of());
        }
        return new Reading.Complete(feed.getOrDefault(accountId, List.of()).stream()
                .filter(told -> !told.visibleFrom().isAfter(clock.instant()))
                .map(Told::record)
                .filter(record -> !record.occurredAt().isBefore(from)
                        && !record.occurredAt().isAfter(to))
                .sorted(Comparator.comparing(FeedRecord::occurredAt))
                .toList());
    }

    @Override
    public List<AccountUser> rosterOf(String accountId) {
        if (down) {
            throw new PartnerCenterUnavailable("GET /v1/roles answered 500", null, null);
        }
        rosterReads++;
        return empty ? List.of() : shown(accountId);
    }

    @Override
    public Optional<PartnerCenterAccount> accountOf(String publisherId) {
        return Optional.of(
                new PartnerCenterAccount(publisherId, publisherId, "1", "t", PartnerCenterAccount.State.ACTIVE, null));
    }

    @Override
    public Optional<PartnerCenterAccount> findAccount(String accountId) {
        return accountOf(accountId);
    }

    @Override
    public Optional<Map<String, Object>> settingsOf(String accountId, SettingsArea area) {
        return Optional.ofNullable(settings.get(area));
    }

    @Override
    public OpenAccountResult open(String publisherId, String partnerId, String tenantId, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void putSettings(String accountId, SettingsArea area, Map<String, Object> content, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RoleMember> usersOf(String accountId, PartnerRole role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public AddUserResult addUser(String accountId, PartnerRole role, String name, String displayName, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeUser(String accountId, RoleMember member, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void activate(String accountId, RequestKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public CloseAccountResult close(PartnerCenterAccount account, RequestKey key) {
        throw new UnsupportedOperationException();
    }
}
