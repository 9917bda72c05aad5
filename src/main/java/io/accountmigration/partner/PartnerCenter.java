package io.accountmigration.partner;

import io.accountmigration.publisher.RequestKey;
import io.accountmigration.publisher.SettingsArea;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The new portal. Every write may be repeated under the same key without a second effect; every method throws
 * {@link PartnerCenterUnavailable} when Partner Center could not be asked.
 */
public interface PartnerCenter {

    /** The account that the list of this publisher's accounts shows, which may be late. */
    Optional<PartnerCenterAccount> accountOf(String publisherId);

    /** The account of this id, asked for by the id: where there is none, it does not exist or is gone. */
    Optional<PartnerCenterAccount> findAccount(String accountId);

    /** Opens an account that stays provisional until it is activated. */
    OpenAccountResult open(String publisherId, String partnerId, String tenantId, RequestKey key);

    /** The settings of one area, or nothing where none were put yet. */
    Optional<Map<String, Object>> settingsOf(String accountId, SettingsArea area);

    /** Replaces the settings of one area. */
    void putSettings(String accountId, SettingsArea area, Map<String, Object> settings, RequestKey key);

    /** The users in one role. */
    List<RoleMember> usersOf(String accountId, PartnerRole role);

    /**
     * All users of the account, each once with all roles, the names of unknown ones included. A part of it is no answer:
     * what cannot be read to the end is a failure.
     */
    List<AccountUser> rosterOf(String accountId);

    /**
     * Gives a person a role in the account, which somebody may have already. A caller that adds many reads the present users once
     * ({@link #usersOf}), as that costs as little as a look for each of them would cost much.
     */
    AddUserResult addUser(
            String accountId, PartnerRole role, String userPrincipalName, String displayName, RequestKey key);

    /** Takes a role away from a person, who may not have it any more. */
    void removeUser(String accountId, RoleMember member, RequestKey key);

    /** Makes the account the master. */
    void activate(String accountId, RequestKey key);

    /**
     * Removes a provisional account; one that is gone already counts as removed. Right before it does, it asks for the
     * state of the account: only a provisional one is ever removed.
     */
    CloseAccountResult close(PartnerCenterAccount account, RequestKey key);
}
