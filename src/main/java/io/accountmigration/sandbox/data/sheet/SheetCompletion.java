package io.accountmigration.sandbox.data.sheet;

import static io.accountmigration.sandbox.data.sheet.SheetCheck.id;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.number;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.optionalText;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.require;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.MembershipState;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Cpp;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CppPerson;
import java.util.List;

/** Completes a sheet with defaults, so that a tester gives only the relevant fields. */
final class SheetCompletion {

    private final String publisherId;
    private final AccountSheet given;

    private SheetCompletion(String publisherId, AccountSheet given) {
        this.publisherId = publisherId;
        this.given = given;
    }

    /** The whole sheet; {@code freeNumber} is used where the company needs a partner id and has none. */
    static AccountSheet complete(String pathId, AccountSheet given, String freeNumber) {
        var publisherId = given.publisherId() == null ? pathId : given.publisherId();
        require(
                KeyNormalization.of(publisherId).equals(KeyNormalization.of(pathId)),
                "publisherId is not the one of the path.");
        return new SheetCompletion(id(publisherId, "publisherId"), given).completed(freeNumber);
    }

    private AccountSheet completed(String freeNumber) {
        var kind = given.kind() == null ? Kind.CONTOSO.word() : given.kind();
        require(Kind.find(kind).isPresent(), "kind is none of the ten words.");
        require(given.cpp() != null, "cpp is required.");
        var people = People.inCpp(given.cpp().users());
        var owners = people.stream()
                .filter(person -> asUser(person).isActiveOwner())
                .map(CppPerson::address)
                .toList();
        var cpp = cpp(people, owners);
        var membership = Memberships.complete(given.membership(), cpp.displayName());
        var usable = membership != null && membership.state() != MembershipState.REJECTED;
        var partnerId = given.acceptedPartnerId() != null
                ? number(given.acceptedPartnerId(), "acceptedPartnerId")
                : usable ? membership.mpnId() : freeNumber;
        var placement = TenantLayout.of(kind, cpp.displayName(), people, membership);
        var domains = membership != null && partnerId.equals(membership.mpnId())
                ? TenantLayout.domainsOf(membership)
                : placement.companyDomains(membership);
        return new AccountSheet(
                publisherId,
                kind,
                owners,
                given.acceptedWorkEmail() == null
                        ? workEmail(owners, domains)
                        : text(given.acceptedWorkEmail(), "acceptedWorkEmail"),
                partnerId,
                given.expectedEnd() == null ? end(cpp.status(), owners) : id(given.expectedEnd(), "expectedEnd"),
                cpp,
                People.inPartnerCenter(given.partnerCenter(), cpp),
                membership);
    }

    static CppUser asUser(CppPerson person) {
        return CppUser.of(person.address(), person.displayName(), person.type(), person.role(), person.active());
    }

    private Cpp cpp(List<CppPerson> people, List<String> owners) {
        var cpp = given.cpp();
        var name = cpp.displayName() == null ? publisherId : text(cpp.displayName(), "cpp.displayName");
        var status = cpp.status() == null ? CppStatus.ACTIVE : cpp.status();
        var accountId = cpp.accountId();
        if (accountId == null && status == CppStatus.READ_ONLY) {
            accountId = given.partnerCenter() != null && given.partnerCenter().accountId() != null
                    ? given.partnerCenter().accountId()
                    : People.accountIdOf(publisherId);
        }
        return new Cpp(
                name,
                status,
                optionalText(cpp.mpnId(), "cpp.mpnId"),
                status == CppStatus.READ_ONLY ? id(accountId, "cpp.accountId") : null,
                settings(cpp.settings(), name, owners),
                people);
    }

    private static JsonNode settings(JsonNode settings, String name, List<String> owners) {
        if (settings == null || settings.isNull()) {
            return DefaultSettings.of(name, owners.isEmpty() ? "unknown" : owners.get(0));
        }
        require(settings.isObject(), "cpp.settings must be an object.");
        return settings;
    }

    private static String workEmail(List<String> owners, List<String> domains) {
        if (domains.isEmpty()) {
            return null;
        }
        return owners.stream()
                .filter(owner -> domains.contains(KeyNormalization.domainOf(owner)))
                .findFirst()
                .orElseGet(() -> (owners.isEmpty() ? "owner" : CppUser.nameOf(owners.get(0))) + "@" + domains.get(0));
    }

    private static String end(CppStatus status, List<String> owners) {
        if (status == CppStatus.READ_ONLY) {
            return "ALREADY_MIGRATED";
        }
        return owners.isEmpty() ? "NO_OWNER" : "MIGRATED";
    }
}
