package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.CppUser.Role;
import io.accountmigration.sandbox.data.MembershipState;
import io.accountmigration.sandbox.data.PartnerCenterRole;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CompanyTenant;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Cpp;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CppPerson;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Membership;
import io.accountmigration.sandbox.data.sheet.AccountSheet.PartnerCenter;
import io.accountmigration.sandbox.data.sheet.AccountSheet.PartnerCenterPerson;
import java.util.ArrayList;
import java.util.List;

/** The sheet with which a publisher of a kind begins. */
final class DefaultAccountSheets {

    private final Kind kind;
    private final DefaultNames names;

    private DefaultAccountSheets(Kind kind, DefaultNames names) {
        this.kind = kind;
        this.names = names;
    }

    static AccountSheet of(Kind kind, DefaultNames names) {
        var sheet = new DefaultAccountSheets(kind, names).sheet();
        return SheetCompletion.complete(names.publisherId(), sheet, names.partnerId());
    }

    private AccountSheet sheet() {
        return new AccountSheet(
                names.publisherId(), kind.word(), null, null, names.partnerId(), null, cpp(), account(), membership());
    }

    private Cpp cpp() {
        var mpnId =
                switch (kind) {
                    case NORTHWIND -> null;
                    case TAILSPIN -> names.unknownPartnerId();
                    default -> names.partnerId();
                };
        var status = kind == Kind.WOODGROVE ? CppStatus.READ_ONLY : CppStatus.ACTIVE;
        return new Cpp(names.displayName(), status, mpnId, null, null, people());
    }

    private List<CppPerson> people() {
        var people = new ArrayList<CppPerson>();
        var owner = person("u1", at("owner"), CppUser.Type.USER, Role.OWNER, kind != Kind.ALPINE);
        people.add(owner);
        people.add(person("u2", at("contributor"), CppUser.Type.USER, Role.CONTRIBUTOR, true));
        switch (kind) {
            case PROSEWARE -> people.add(person("u3", at("second-owner"), CppUser.Type.USER, Role.OWNER, true));
            case WINGTIP -> {
                people.add(person("u3", at("team"), CppUser.Type.GROUP, Role.CONTRIBUTOR, true));
                people.add(person(
                        "u4", names.word() + "-freelancer@outlook.com", CppUser.Type.USER, Role.CONTRIBUTOR, true));
                people.add(person(
                        "u5", names.word() + "-release-robot", CppUser.Type.SERVICE_PRINCIPAL, Role.CONTRIBUTOR, true));
                people.add(person("u6", at("designer"), CppUser.Type.USER, Role.CONTRIBUTOR, true));
            }
            case WOODGROVE -> people.add(person("u3", at("leaver"), CppUser.Type.USER, Role.CONTRIBUTOR, true));
            default -> {}
        }
        return people;
    }

    private static CppPerson person(String userId, String address, CppUser.Type type, Role role, boolean active) {
        return new CppPerson(userId, address, null, type, role, active, null);
    }

    private String at(String name) {
        return name + "@" + names.domain();
    }

    private Membership membership() {
        var domain = kind == Kind.FABRIKAM || kind == Kind.ADVENTURE_WORKS ? names.otherDomain() : names.domain();
        var state = kind == Kind.LITWARE ? MembershipState.PENDING : MembershipState.ACCEPTED;
        var tenant = new CompanyTenant(null, names.tenantName(), true, List.of(domain), null);
        return new Membership(names.partnerId(), state, List.of(tenant), null);
    }

    private PartnerCenter account() {
        if (kind != Kind.WOODGROVE) {
            return null;
        }
        return new PartnerCenter(
                null,
                null,
                null,
                List.of(
                        member("owner", PartnerCenterRole.MANAGER),
                        member("contributor", PartnerCenterRole.DEVELOPER),
                        member("newcomer", PartnerCenterRole.DEVELOPER)));
    }

    private PartnerCenterPerson member(String name, PartnerCenterRole role) {
        return new PartnerCenterPerson(null, at(name), null, List.of(role.title()), true);
    }
}
