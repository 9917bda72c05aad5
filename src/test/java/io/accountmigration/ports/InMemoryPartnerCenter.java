package io.accountmigration.ports;

import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.OpenAccountResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** The new portal, held in memory: accounts are named {@code pc-} and their publisher's id. */
public class InMemoryPartnerCenter implements PartnerCenter {

    private final Map<String, PartnerCenterAccount> accounts = new ConcurrentHashMap<>();
    private final Map<String, Map<String, Object>> settings = new ConcurrentHashMap<>();
    private final List<Member> members = new CopyOnWriteArrayList<>();

    private record Member(String accountId, RoleMember user) {}

    public void add(String publisherId, State state, String openedBy) {
        accounts.put(
                idFor(publisherId),
                new PartnerCenterAccount(idFor(publisherId), publisherId, "1", "t", state, openedBy));
    }

    public void addMember(String publisherId, PartnerRole role, String userPrincipalName) {
        members.add(new Member(
                idFor(publisherId),
                new RoleMember("m-" + userPrincipalName, userPrincipalName, userPrincipalName, role)));
    }

    public static String idFor(String publisherId) {
        return "pc-" + publisherId;
    }

    public List<String> principalsOf(String publisherId) {
        return members.stream()
                .filter(member -> member.accountId().equals(idFor(publisherId)))
                .map(member -> member.user().role() + " " + member.user().userPrincipalName())
                .toList();
    }

    @Override
    public Optional<PartnerCenterAccount> accountOf(String publisherId) {
        return Optional.ofNullable(accounts.get(idFor(publisherId)));
    }

    @Override
    public Optional<PartnerCenterAccount> findAccount(String accountId) {
        return Optional.ofNullable(accounts.get(accountId));
    }

    @Override
    public OpenAccountResult open(String publisherId, String partnerId, String tenantId, RequestKey key) {
        var openedBy = key.correlationId().toString();
        var account = new PartnerCenterAccount(
                idFor(publisherId), publisherId, partnerId, tenantId, State.PROVISIONING, openedBy);
        var isNew = accounts.putIfAbsent(idFor(publisherId), account) == null;
        account = accounts.get(idFor(publisherId));
        return account.openedBy().equals(openedBy)
                ? new OpenAccountResult.Opened(account, isNew)
                : new OpenAccountResult.Conflict();
    }

    @Override
    public Optional<Map<String, Object>> settingsOf(String accountId, SettingsArea area) {
        return Optional.ofNullable(settings.get(accountId + "/" + area));
    }

    @Override
    public void putSettings(String accountId, SettingsArea area, Map<String, Object> content, RequestKey key) {
        settings.put(accountId + "/" + area, content);
    }

    @Override
    public List<RoleMember> usersOf(String accountId, PartnerRole role) {
        if (!accounts.containsKey(accountId)) {
            throw new PartnerCenterUnavailable("GET /v1/roles answered 404", null, null);
        }
        return members.stream()
                .filter(member -> member.accountId().equals(accountId))
                .map(Member::user)
                .filter(user -> user.role() == role)
                .toList();
    }

    @Override
    public List<AccountUser> rosterOf(String accountId) {
        return members.stream()
                .filter(member -> member.accountId().equals(accountId))
                .map(Member::user)
                .map(user -> new AccountUser(
                        user.memberId(),
                        user.userPrincipalName(),
                        user.displayName(),
                        Set.of(user.role() == PartnerRole.DEVELOPER ? "Developer" : "Manager")))
                .toList();
    }

    @Override
    public AddUserResult addUser(
            String accountId, PartnerRole role, String userPrincipalName, String displayName, RequestKey key) {
        var known = usersOf(accountId, role).stream().anyMatch(user -> user.isNamed(userPrincipalName));
        if (!known) {
            var user = new RoleMember("m-" + userPrincipalName, userPrincipalName, displayName, role);
            members.add(new Member(accountId, user));
        }
        return new AddUserResult.Added();
    }

    @Override
    public void removeUser(String accountId, RoleMember member, RequestKey key) {
        members.removeIf(found -> found.accountId().equals(accountId)
                && found.user().role() == member.role()
                && found.user().memberId().equals(member.memberId()));
    }

    @Override
    public void activate(String accountId, RequestKey key) {
        accounts.computeIfPresent(
                accountId,
                (id, it) -> new PartnerCenterAccount(
                        id, it.publisherId(), it.partnerId(), it.tenantId(), State.ACTIVE, it.openedBy()));
    }

    /** Somebody has removed the account with all that belongs to it, whatever its state was. */
    public void lose(String publisherId) {
        remove(idFor(publisherId));
    }

    @Override
    public CloseAccountResult close(PartnerCenterAccount account, RequestKey key) {
        var current = accounts.get(account.accountId());
        if (current != null && current.state() != State.PROVISIONING) {
            return new CloseAccountResult.InUse();
        }
        remove(account.accountId());
        return new CloseAccountResult.Closed();
    }

    private void remove(String accountId) {
        accounts.remove(accountId);
        settings.keySet().removeIf(area -> area.startsWith(accountId + "/"));
        members.removeIf(member -> member.accountId().equals(accountId));
    }
}
