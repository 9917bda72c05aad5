package io.accountmigration.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import io.accountmigration.eligibility.TenantNameDisclosure.Audience;
import io.accountmigration.partner.Tenant;
import io.accountmigration.publisher.PersonLimits;
import io.accountmigration.publisher.PersonLimits.Kind;
import io.accountmigration.publisher.PersonLimits.Limit;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The name of a partner's organisation is disclosed to each owner a few times a day. */
class TenantNameDisclosureTest {

    private static final TenantMismatch MISMATCH = new TenantMismatch(new Tenant("tenant-1", "Contoso, Ltd"));

    private final PersonLimits limits = mock(PersonLimits.class);
    private final TenantNameDisclosure disclosure = new TenantNameDisclosure(limits, new TenantNameSettings(3));

    @Test
    void theNameIsToldWhileEachOwnerHasSeenFew() {
        given(limits.take(List.of(seenBy("owner@contoso.com")))).willReturn(Optional.empty());

        assertThat(disclosure.tell(MISMATCH, Audience.owners(List.of("Owner@Contoso.com", "OWNER@contoso.com"))))
                .isEqualTo(FindingCode.TENANT_MISMATCH.naming("Contoso, Ltd"));
    }

    @Test
    void theNameIsWithheldFromAnOwnerWhoHasSeenTooMany() {
        given(limits.take(List.of(seenBy("owner@contoso.com")))).willReturn(Optional.of(Instant.EPOCH));

        assertThat(disclosure.tell(MISMATCH, Audience.owners(List.of("owner@contoso.com"))))
                .isEqualTo(FindingCode.TENANT_MISMATCH.naming());
    }

    @Test
    void staffSeeTheNameWithoutALimit() {
        given(limits.take(List.of())).willReturn(Optional.empty());

        assertThat(disclosure.tell(MISMATCH, Audience.STAFF))
                .isEqualTo(FindingCode.TENANT_MISMATCH.naming("Contoso, Ltd"));
    }

    /** The last owner of a case may have left while its job runs; nobody becomes staff by that. */
    @Test
    void theNameIsToldToNobodyWhereThereIsNoOwner() {
        assertThat(disclosure.tell(MISMATCH, Audience.owners(List.of())))
                .isEqualTo(FindingCode.TENANT_MISMATCH.naming());
    }

    private static Limit seenBy(String owner) {
        return new Limit(Kind.TENANT_NAME, "person/" + owner, 3, Duration.ofDays(1));
    }
}
