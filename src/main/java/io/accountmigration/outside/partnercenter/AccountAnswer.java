package io.accountmigration.outside.partnercenter;

import static java.util.Objects.requireNonNull;

import io.accountmigration.partner.PartnerCenterAccount;

/** An account as Partner Center sends it. */
record AccountAnswer(
        String accountId,
        String publisherId,
        String mpnId,
        String tenantId,
        PartnerCenterAccount.State state,
        String correlationId) {

    AccountAnswer {
        requireNonNull(accountId);
        requireNonNull(publisherId);
        requireNonNull(state);
    }

    PartnerCenterAccount toAccount() {
        return new PartnerCenterAccount(accountId, publisherId, mpnId, tenantId, state, correlationId);
    }
}
