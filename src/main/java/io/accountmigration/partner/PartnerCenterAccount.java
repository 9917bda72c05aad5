package io.accountmigration.partner;

/**
 * An account in Partner Center.
 *
 * @param openedBy the correlation id of the call that opened it, which is the id of the case
 */
public record PartnerCenterAccount(
        String accountId, String publisherId, String partnerId, String tenantId, State state, String openedBy) {

    /** A provisioning account can still be deleted; an active one is the master; nobody can use a suspended one. */
    public enum State {
        PROVISIONING,
        ACTIVE,
        SUSPENDED
    }
}
