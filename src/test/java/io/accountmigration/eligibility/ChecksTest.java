package io.accountmigration.eligibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.eligibility.AddressVerdict.Accepted;
import io.accountmigration.eligibility.MembershipVerdict.Pending;
import io.accountmigration.eligibility.MembershipVerdict.Unusable;
import io.accountmigration.eligibility.MembershipVerdict.Usable;
import io.accountmigration.eligibility.UserVerdict.Carried;
import io.accountmigration.eligibility.UserVerdict.NotCarried;
import io.accountmigration.partner.AccountKind;
import io.accountmigration.partner.PartnerMembership;
import io.accountmigration.partner.PartnerNetworkUnavailable;
import io.accountmigration.partner.Tenant;
import io.accountmigration.partner.TenantDirectoryUnavailable;
import io.accountmigration.partner.Vetting;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import io.accountmigration.publisher.UserType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each check by itself; the outside answers what the test says. */
class ChecksTest {

    private static final Tenant CONTOSO = new Tenant("tenant-1", "Contoso, Ltd");
    private static final Tenant FABRIKAM = new Tenant("TENANT-2", "Fabrikam");
    private static final EmailAddress ADDRESS = new EmailAddress("owner@contoso.com");
    private static final TenantMatchCheck MATCH = new TenantMatchCheck();

    @Test
    void aWorkAccountIsAcceptedWithItsTenant() {
        var check = new WorkEmailCheck(address -> new AccountKind.Work(CONTOSO));

        assertThat(check.check(ADDRESS, List.of(CONTOSO))).isEqualTo(new Accepted(CONTOSO));
    }

    @ParameterizedTest
    @MethodSource
    void anAccountOfAnotherKindIsRefused(AccountKind kind, Finding finding) {
        assertThat(new WorkEmailCheck(address -> kind).check(ADDRESS, List.of(CONTOSO)))
                .isEqualTo(new AddressVerdict.Refused(finding));
    }

    static Stream<Arguments> anAccountOfAnotherKindIsRefused() {
        return Stream.of(
                Arguments.of(new AccountKind.Consumer(), FindingCode.CONSUMER_ACCOUNT.naming("owner@contoso.com")),
                Arguments.of(new AccountKind.NoTenant(), FindingCode.NO_TENANT.naming("contoso.com")),
                Arguments.of(new AccountKind.Unmanaged(), FindingCode.UNMANAGED_TENANT.naming("contoso.com")));
    }

    @Test
    void aDirectoryThatIsDownSaysNothingAboutTheAddress() {
        var check = new WorkEmailCheck(address -> {
            throw new TenantDirectoryUnavailable("down", null, null);
        });

        assertThatThrownBy(() -> check.check(ADDRESS, List.of(CONTOSO))).isInstanceOf(TenantDirectoryUnavailable.class);
    }

    @Test
    void theFormOfAnAddressIsJudgedWithoutACall() {
        var check = new WorkEmailCheck(null);

        assertThat(check.checkForm("owner@contoso.com")).isEmpty();
        assertThat(check.checkForm("owner")).contains(FindingCode.EMAIL_INVALID.naming());
        assertThat(check.checkForm(null)).contains(FindingCode.EMAIL_INVALID.naming());
    }

    @ParameterizedTest
    @CsvSource({
        ", PARTNER_ID_MISSING",
        "' ', PARTNER_ID_MISSING",
        "-5, PARTNER_ID_MALFORMED",
        "abc, PARTNER_ID_MALFORMED"
    })
    void aPartnerIdOfTheWrongFormIsUnusableWithoutACall(String partnerId, FindingCode code) {
        var check = new PartnerMembershipCheck(null);

        assertThat(check.check(Optional.ofNullable(partnerId))).isEqualTo(new Unusable(code.naming()));
    }

    @Test
    void whatIsInvisibleInsideAnAddressOrAPartnerIdIsNamed() {
        assertThat(new WorkEmailCheck(null).checkForm("own\u200Ber@contoso.com"))
                .contains(FindingCode.EMAIL_INVALID.naming("own[U+200B]er@contoso.com"));
        assertThat(new PartnerMembershipCheck(null).checkForm("12\u00A034"))
                .contains(FindingCode.PARTNER_ID_MALFORMED.naming("12[U+00A0]34"));
    }

    /** A start that is refused is for operators to mend; what owners are asked for, owners or their company can do. */
    @ParameterizedTest
    @EnumSource
    void everyFindingIsForSomebodyWhoCanDoSomethingAboutIt(FindingCode code) {
        assertThat(code.fixableBy())
                .isIn(
                        switch (code.severity()) {
                            case BLOCKER -> Set.of(FixableBy.OPERATOR, FixableBy.NOBODY);
                            case ACTION -> Set.of(FixableBy.OWNER, FixableBy.COMPANY, FixableBy.NOBODY);
                            case NOTICE -> Set.of(FixableBy.OWNER, FixableBy.OPERATOR);
                        });
    }

    @Test
    void aMembershipIsJudgedByItsVetting() {
        assertThat(checkMembership(Vetting.AUTHORIZED, CONTOSO)).isInstanceOf(Usable.class);
        assertThat(checkMembership(Vetting.PENDING, CONTOSO))
                .isEqualTo(new Pending(FindingCode.PARTNER_ID_PENDING.naming("42")));
        assertThat(checkMembership(Vetting.REJECTED, CONTOSO))
                .isEqualTo(new Unusable(FindingCode.PARTNER_ID_REJECTED.naming("42")));
    }

    @Test
    void aMembershipThatIsUnknownOrHasNoDirectoryIsNotFound() {
        var notFound = new Unusable(FindingCode.PARTNER_ID_NOT_FOUND.naming("42"));

        assertThat(new PartnerMembershipCheck(id -> Optional.empty()).check(Optional.of(" 42 ")))
                .isEqualTo(notFound);
        assertThat(checkMembership(Vetting.AUTHORIZED)).isEqualTo(notFound);
    }

    @Test
    void aNetworkThatIsDownSaysNothingAboutTheMembership() {
        var check = new PartnerMembershipCheck(id -> {
            throw new PartnerNetworkUnavailable("down", null, null);
        });

        assertThatThrownBy(() -> check.check(Optional.of("42"))).isInstanceOf(PartnerNetworkUnavailable.class);
    }

    @Test
    void anAddressOfAnyOfThePartnersTenantsMatches() {
        assertThat(MATCH.check("tenant-2", List.of(CONTOSO, FABRIKAM))).isEmpty();
    }

    @Test
    void anAddressOfAnotherTenantNamesThePartnersPrimaryTenant() {
        assertThat(MATCH.check("tenant-3", List.of(CONTOSO, FABRIKAM)).map(TenantMismatch::named))
                .contains(FindingCode.TENANT_MISMATCH.naming("Contoso, Ltd"));
    }

    @Test
    void aUserOfAPartnersTenantIsCarried() {
        var check = new UserCheck(address -> new AccountKind.Work(CONTOSO), MATCH);

        assertThat(check.check(user("User@Contoso.com", UserType.USER, true), List.of(CONTOSO)))
                .isEqualTo(new Carried("user@contoso.com"));
    }

    @ParameterizedTest
    @CsvSource({
        "team@contoso.com, GROUP,             true,  USER_IS_GROUP",
        "app,              SERVICE_PRINCIPAL, true,  USER_IS_SERVICE_PRINCIPAL",
        "user@contoso.com, USER,              false, USER_DISABLED",
        "no address,       USER,              true,  USER_ADDRESS_MALFORMED"
    })
    void aUserWhoCannotBeCarriedIsListedWithoutACall(String address, UserType type, boolean active, FindingCode code) {
        assertThat(new UserCheck(null, MATCH).check(user(address, type, active), List.of(CONTOSO)))
                .isEqualTo(new NotCarried(code.naming(address)));
    }

    @Test
    void aUserWithAnotherAccountIsListed() {
        var user = user("user@contoso.com", UserType.USER, true);

        assertThat(new UserCheck(address -> new AccountKind.Consumer(), MATCH).check(user, List.of(CONTOSO)))
                .isEqualTo(new NotCarried(FindingCode.USER_HAS_CONSUMER_ACCOUNT.naming("user@contoso.com")));
        assertThat(new UserCheck(address -> new AccountKind.Work(FABRIKAM), MATCH).check(user, List.of(CONTOSO)))
                .isEqualTo(new NotCarried(FindingCode.USER_OUTSIDE_TENANT.naming("user@contoso.com")));
        assertThat(new UserCheck(address -> new AccountKind.Unmanaged(), MATCH).check(user, List.of(CONTOSO)))
                .isEqualTo(new NotCarried(FindingCode.USER_OUTSIDE_TENANT.naming("user@contoso.com")));
    }

    private static MembershipVerdict checkMembership(Vetting vetting, Tenant... tenants) {
        var membership = new PartnerMembership("42", "Contoso", vetting, List.of(tenants));
        return new PartnerMembershipCheck(id -> Optional.of(membership)).check(Optional.of("42"));
    }

    private static PublisherUser user(String address, UserType type, boolean active) {
        return new PublisherUser("id", address, "Name", type, PublisherRole.CONTRIBUTOR, active);
    }
}
