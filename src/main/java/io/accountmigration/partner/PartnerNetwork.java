package io.accountmigration.partner;

import java.util.Optional;

/** The Microsoft Partner Network: who is a partner, how far verified, in which directories. */
public interface PartnerNetwork {

    /**
     * The membership of this number, or nothing where the network knows none or cannot use it.
     *
     * @throws PartnerNetworkUnavailable when the network could not be asked; that never means "invalid"
     */
    Optional<PartnerMembership> find(String partnerId);
}
