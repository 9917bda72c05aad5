package io.accountmigration.outside.partnercenter;

import io.accountmigration.outside.Endpoint;
import io.accountmigration.outside.OutsideSystems;
import io.accountmigration.partner.PartnerCenterUnavailable;
import io.accountmigration.partner.PartnerNetworkUnavailable;
import org.springframework.stereotype.Component;

/** The one way to Partner Center, which holds both accounts and memberships; each fails under its own name. */
@Component
class PartnerCenterConnection {

    private final Endpoint accounts;

    PartnerCenterConnection(OutsideSystems systems, PartnerCenterProperties properties) {
        this.accounts = systems.open("partner-center")
                .at(properties.baseUrl(), properties.credentials(), PartnerCenterUnavailable::new)
                .always("X-Locale", "en-US");
    }

    Endpoint accounts() {
        return accounts;
    }

    Endpoint network() {
        return accounts.failingAs(PartnerNetworkUnavailable::new);
    }
}
