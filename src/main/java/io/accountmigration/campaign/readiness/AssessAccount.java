package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.AssessEligibility;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherSnapshot;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks at one account with the checks of the running process. Nothing is changed anywhere. */
@Component
class AssessAccount {

    private final CloudPartnerPortal portal;
    private final AssessEligibility assessEligibility;

    AssessAccount(CloudPartnerPortal portal, AssessEligibility assessEligibility) {
        this.portal = portal;
        this.assessEligibility = assessEligibility;
    }

    /**
     * Looks at the account; nothing where the portal knows no such publisher.
     *
     * @throws OutsideUnavailable when it could not be found out
     */
    Optional<AccountAssessment> look(String publisherId) {
        return portal.find(publisherId).map(this::assess);
    }

    private AccountAssessment assess(Publisher publisher) {
        var snapshot = new PublisherSnapshot(publisher, portal.usersOf(publisher.id()));
        var assessment = assessEligibility.assess(snapshot, Audience.STAFF);
        return new AccountAssessment(
                publisher.id(),
                ReadinessCategory.of(assessment),
                assessment.findings(),
                snapshot.users().size(),
                snapshot.owners(),
                assessment.assessedAt());
    }
}
