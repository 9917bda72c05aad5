package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Answer;
import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.ProbedWrite;
import io.accountmigration.partner.AccountUser;
import io.accountmigration.partner.AddUserResult;
import io.accountmigration.partner.CloseAccountResult;
import io.accountmigration.partner.OpenAccountResult;
import io.accountmigration.partner.PartnerCenter;
import io.accountmigration.partner.PartnerCenterAccount;
import io.accountmigration.partner.PartnerRole;
import io.accountmigration.partner.RoleMember;
import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Partner Center over HTTP. Documented by Microsoft are the request headers, the error form and the roles with their
 * members (their {@code accountId} is added here). Accounts, their settings and their activation are this project's own
 * resources in that style: none are documented. A write is sent at once; where it is refused, or its answer is lost, what
 * it was to change is looked at. Activating and adding users need no such look: Partner Center takes them repeated without
 * a second effect. Closing asks first whether the account is provisional still. Settings that were read and written as a
 * whole would save four calls of each case, and a list of members with their roles would save one.
 */
@Component
class HttpPartnerCenter implements PartnerCenter {

    private static final String ACCOUNT = "/v1/accounts/{accountId}";
    private static final String SETTINGS = ACCOUNT + "/settings/{area}";

    private final Endpoint partnerCenter;
    private final RoleMembersClient members;
    private final AccountUsersReader accountUsersReader;

    HttpPartnerCenter(PartnerCenterConnection connection) {
        this.partnerCenter = connection.accounts();
        this.members = new RoleMembersClient(partnerCenter);
        this.accountUsersReader = new AccountUsersReader(partnerCenter);
    }

    @Override
    public Optional<PartnerCenterAccount> accountOf(String publisherId) {
        return partnerCenter
                .get("/v1/accounts?publisherId={publisherId}", publisherId)
                .send()
                .countedItems(AccountAnswer.class)
                .stream()
                .filter(account -> account.publisherId().equalsIgnoreCase(publisherId))
                .map(AccountAnswer::toAccount)
                .findFirst();
    }

    @Override
    public Optional<PartnerCenterAccount> findAccount(String accountId) {
        var answer = partnerCenter.get(ACCOUNT, accountId).expecting(404).send();
        if (answer.isRefusal(404, "4004")) {
            return Optional.empty();
        }
        if (!answer.isSuccess()) {
            throw answer.unexpected();
        }
        var account = answer.as(AccountAnswer.class).toAccount();
        if (!account.accountId().equals(accountId)) {
            throw answer.unreadable("another account");
        }
        return Optional.of(account);
    }

    @Override
    public OpenAccountResult open(String publisherId, String partnerId, String tenantId, RequestKey key) {
        return ProbedWrite.send(
                () -> postAccount(publisherId, partnerId, tenantId, key), () -> openingShown(publisherId, key));
    }

    private OpenAccountResult postAccount(String publisherId, String partnerId, String tenantId, RequestKey key) {
        var answer = partnerCenter
                .post("/v1/accounts")
                .identifiedBy(key)
                .body(Map.of("publisherId", publisherId, "mpnId", partnerId, "tenantId", tenantId))
                .expecting(409)
                .send();
        return answer.isSuccess()
                ? opening(answer.as(AccountAnswer.class).toAccount(), key, true)
                : openingShown(publisherId, key).orElseThrow(answer::unexpected);
    }

    private Optional<OpenAccountResult> openingShown(String publisherId, RequestKey key) {
        return accountOf(publisherId).map(account -> opening(account, key, false));
    }

    @Override
    public Optional<Map<String, Object>> settingsOf(String accountId, SettingsArea area) {
        return readSettings(accountId, area).map(Answer::asMap);
    }

    private Optional<Answer> readSettings(String accountId, SettingsArea area) {
        var answer = partnerCenter
                .get(SETTINGS, accountId, nameOf(area))
                .expecting(404)
                .send();
        if (answer.isSuccess()) {
            return Optional.of(answer);
        }
        if (answer.isRefusal(404, "4004")) {
            return Optional.empty();
        }
        throw answer.unexpected();
    }

    @Override
    public void putSettings(String accountId, SettingsArea area, Map<String, Object> settings, RequestKey key) {
        ProbedWrite.send(
                () -> {
                    var answer = partnerCenter
                            .put(SETTINGS, accountId, nameOf(area))
                            .identifiedBy(key)
                            .body(settings)
                            .send();
                    return requireSame(settings, answer);
                },
                () -> readSettings(accountId, area).filter(answer -> answer.says(settings)));
    }

    private static Answer requireSame(Map<String, Object> settings, Answer answer) {
        if (!answer.says(settings)) {
            throw answer.unreadable("other settings");
        }
        return answer;
    }

    @Override
    public List<RoleMember> usersOf(String accountId, PartnerRole role) {
        return members.of(accountId, role);
    }

    @Override
    public List<AccountUser> rosterOf(String accountId) {
        return accountUsersReader.of(accountId);
    }

    @Override
    public AddUserResult addUser(
            String accountId, PartnerRole role, String userPrincipalName, String displayName, RequestKey key) {
        return members.add(accountId, role, userPrincipalName, displayName, key);
    }

    @Override
    public void removeUser(String accountId, RoleMember member, RequestKey key) {
        members.remove(accountId, member, key);
    }

    @Override
    public void activate(String accountId, RequestKey key) {
        var answer = partnerCenter
                .post(ACCOUNT + "/activate", accountId)
                .identifiedBy(key)
                .send();
        if (answer.as(AccountAnswer.class).state() != PartnerCenterAccount.State.ACTIVE) {
            throw answer.unreadable("state");
        }
    }

    @Override
    public CloseAccountResult close(PartnerCenterAccount account, RequestKey key) {
        var current = findAccount(account.accountId());
        if (current.isEmpty()) {
            return new CloseAccountResult.Closed();
        }
        if (current.get().state() != PartnerCenterAccount.State.PROVISIONING) {
            return new CloseAccountResult.InUse();
        }
        var answer = partnerCenter
                .delete(ACCOUNT, account.accountId())
                .identifiedBy(key)
                .expecting(404, 409)
                .send();
        if (answer.isRefusal(409, "4010")) {
            return new CloseAccountResult.InUse();
        }
        if (!answer.isSuccess() && !answer.isRefusal(404, "4004")) {
            throw answer.unexpected();
        }
        return new CloseAccountResult.Closed();
    }

    private static OpenAccountResult opening(PartnerCenterAccount account, RequestKey key, boolean isNew) {
        return key.correlationId().toString().equals(account.openedBy())
                ? new OpenAccountResult.Opened(account, isNew)
                : new OpenAccountResult.Conflict();
    }

    private static String nameOf(SettingsArea area) {
        return area.name().toLowerCase(Locale.ROOT);
    }
}
