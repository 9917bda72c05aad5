package io.accountmigration.eligibility;

import static io.accountmigration.ports.PublisherFixture.publisher;
import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.PartnerNetwork;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectory;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.PersonLimits;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherSnapshot;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AssessEligibilityTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Tenant CONTOSO = new Tenant("tenant-1", "Contoso, Ltd");
    private static final Tenant OTHER = new Tenant("tenant-2", "Other");

    private final PartnerNetwork network = id -> id.equals("42")
            ? Optional.of(new PartnerMembership(id, "Contoso", Vetting.AUTHORIZED, List.of(CONTOSO)))
            : Optional.empty();
    private final TenantDirectory directory = address -> switch (address.domain()) {
        case "contoso.com" -> new AccountKind.Work(CONTOSO);
        case "other.com" -> new AccountKind.Work(OTHER);
        default -> new AccountKind.Consumer();
    };
    private final AssessEligibility assessEligibility = new AssessEligibility(
            new StartCheck(),
            new PartnerMembershipCheck(network),
            new WorkEmailCheck(directory),
            new TenantMatchCheck(),
            new TenantNameDisclosure(mock(PersonLimits.class), new TenantNameSettings(1)),
            new UserCheck(directory, new TenantMatchCheck()),
            Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void anAccountWithNothingInTheWayHasNoFindings() {
        var assessment = assess(PublisherStatus.ACTIVE, "42", "owner@contoso.com");

        assertThat(assessment).isEqualTo(new Assessment("Contoso", List.of(), NOW));
        assertThat(assessment.eligible()).isTrue();
    }

    @Test
    void anAccountThatHasMovedOrHasNoOwnerIsNotEligible() {
        var moved = assess(PublisherStatus.READ_ONLY, "42", "owner@contoso.com");
        assertThat(moved.eligible()).isFalse();
        assertThat(moved.findings()).containsExactly(FindingCode.ALREADY_MIGRATED.naming("Contoso"));

        var ownerless = assess(PublisherStatus.ACTIVE, "42");
        assertThat(ownerless.eligible()).isFalse();
        assertThat(ownerless.findings()).containsExactly(FindingCode.NO_OWNER.naming("Contoso"));
    }

    @Test
    void workOnTheWayDoesNotMakeAnAccountIneligible() {
        var assessment = assess(PublisherStatus.ACTIVE, null, "owner@outlook.com");

        assertThat(assessment.eligible()).isTrue();
        assertThat(assessment.findings())
                .containsExactly(
                        FindingCode.PARTNER_ID_MISSING.naming(),
                        FindingCode.CONSUMER_ACCOUNT.naming("owner@outlook.com"));
    }

    @Test
    void aMismatchAndUsersWhoStayBehindAreListedTogether() {
        var assessment = assess(PublisherStatus.ACTIVE, "42", "owner@other.com", "second@outlook.com");

        assertThat(assessment.findings())
                .containsExactly(
                        FindingCode.TENANT_MISMATCH.naming("Contoso, Ltd"),
                        FindingCode.USER_HAS_CONSUMER_ACCOUNT.naming("second@outlook.com"));
    }

    private Assessment assess(PublisherStatus status, String partnerId, String... owners) {
        var publisher = publisher("Contoso", "Contoso", status, partnerId);
        var users = List.of(owners).stream()
                .map(owner -> new PublisherUser("id", owner, owner, UserType.USER, PublisherRole.OWNER, true))
                .toList();
        return assessEligibility.assess(new PublisherSnapshot(publisher, users), Audience.STAFF);
    }
}
