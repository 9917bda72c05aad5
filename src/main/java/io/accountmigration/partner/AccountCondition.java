package io.accountmigration.partner;

import io.accountmigration.partner.PartnerCenterAccount.State;
import io.accountmigration.publisher.SettingsArea;
import java.util.Optional;

/** What Partner Center says of the account that a publisher has moved to. */
public enum AccountCondition {
    ACTIVE,
    /** The activation has been lost: nobody is the master. */
    PROVISIONING,
    SUSPENDED,
    GONE;

    /** Whether an account was found not to be active; one that was never looked at is not said to be lost. */
    public static boolean isLoss(AccountCondition found) {
        return found != null && found != ACTIVE;
    }

    /**
     * Looks at the account. A list that does not have it proves nothing: it is gone where its settings are as well.
     *
     * @throws PartnerCenterUnavailable when Partner Center cannot be asked, or contradicts itself
     */
    public static AccountCondition of(PartnerCenter partnerCenter, String publisherId, String accountId) {
        return partnerCenter
                .accountOf(publisherId)
                .filter(account -> account.accountId().equals(accountId))
                .map(account -> of(account.state()))
                .orElseGet(() -> ofMissing(partnerCenter.settingsOf(accountId, SettingsArea.COMPANY)));
    }

    private static AccountCondition of(State state) {
        return switch (state) {
            case ACTIVE -> ACTIVE;
            case PROVISIONING -> PROVISIONING;
            case SUSPENDED -> SUSPENDED;
        };
    }

    private static AccountCondition ofMissing(Optional<?> settings) {
        if (settings.isPresent()) {
            throw new PartnerCenterUnavailable("an account that has settings is not listed", null, null);
        }
        return GONE;
    }
}
