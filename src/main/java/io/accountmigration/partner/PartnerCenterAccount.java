package io.accountmigration.partner;

import java.util.UUID;

/**
 * An account in Partner Center.
 *
 * @param openedBy the correlation id of the call that opened it, which is the id of the case
 */
public record PartnerCenterAccount(
        String accountId, String publisherId, String partnerId, String tenantId, State state, String openedBy) {

    /** Whether the case of this id opened it. */
    public boolean isOpenedBy(UUID caseId) {
        return caseId.toString().equalsIgnoreCase(openedBy);
    }

    /** A provisioning account can still be deleted; an active one is the master; nobody can use a suspended one. */
    public enum State {
        PROVISIONING,
        ACTIVE,
        SUSPENDED
    }
}
