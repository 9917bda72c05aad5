package io.accountmigration.campaign.readiness;

import io.accountmigration.eligibility.AssessEligibility;
import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.UserType;
import org.springframework.stereotype.Component;

/** Looks at one account with the checks of the running process. Nothing is changed anywhere. */
@Component
class AssessAccount {

    static final String CPP = "cpp";
    static final String PARTNER_CENTER = "partner-center";
    static final String DIRECTORY = "directory";

    /** The publisher, and its users. */
    static final int CPP_CALLS = 2;

    /** The number, its tenants and its vetting. */
    static final int PARTNER_CENTER_CALLS = 3;

    /** The realm of an address, and its tenant. */
    private static final int DIRECTORY_CALLS_PER_USER = 2;

    private final CloudPartnerPortal portal;
    private final AssessEligibility assessEligibility;

    AssessAccount(CloudPartnerPortal portal, AssessEligibility assessEligibility) {
        this.portal = portal;
        this.assessEligibility = assessEligibility;
    }

    /** What came of looking at an account. */
    sealed interface Look {

        record Found(AccountAssessment outcome) implements Look {}

        /** The portal knows no such publisher. */
        record Missing() implements Look {}

        /** The account has so many users that looking at it takes so many calls to the directory. */
        record TakesMoreCalls(int directoryCalls) implements Look {}
    }

    /**
     * Looks at the account.
     *
     * @param directoryCalls how many calls to the directory are allowed
     * @throws OutsideUnavailable when it could not be found out
     */
    Look look(String publisherId, int directoryCalls) {
        var found = portal.find(publisherId);
        if (found.isEmpty()) {
            return new Look.Missing();
        }
        var publisher = found.get();
        var snapshot = new PublisherSnapshot(publisher, portal.usersOf(publisher.id()));
        var needed = DIRECTORY_CALLS_PER_USER * Math.max(1, usersToAskFor(snapshot));
        if (needed > directoryCalls) {
            return new Look.TakesMoreCalls(needed);
        }
        var assessment = assessEligibility.assess(snapshot, Audience.STAFF);
        return new Look.Found(new AccountAssessment(
                publisher.id(),
                ReadinessCategory.of(assessment),
                assessment.findings(),
                snapshot.users().size(),
                snapshot.owners(),
                assessment.assessedAt()));
    }

    private static int usersToAskFor(PublisherSnapshot snapshot) {
        return (int) snapshot.users().stream()
                .filter(user -> user.active() && user.type() == UserType.USER)
                .count();
    }
}
