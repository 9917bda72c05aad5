package io.accountmigration.sandbox.data.sheet;

import static io.accountmigration.sandbox.data.sheet.SheetCheck.distinct;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.id;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.require;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.text;

import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterRole;
import io.accountmigration.sandbox.data.PartnerCenterUser;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.sheet.AccountSheet.Cpp;
import io.accountmigration.sandbox.data.sheet.AccountSheet.CppPerson;
import io.accountmigration.sandbox.data.sheet.AccountSheet.PartnerCenter;
import io.accountmigration.sandbox.data.sheet.AccountSheet.PartnerCenterPerson;
import java.util.ArrayList;
import java.util.List;

/** Completes the people of a sheet: ids, types and names follow from the address where none are given. */
final class People {

    private People() {}

    static List<CppPerson> inCpp(List<CppPerson> given) {
        var people = new ArrayList<CppPerson>();
        for (var person : given == null ? List.<CppPerson>of() : given) {
            var address = text(person.address(), "cpp.users.address");
            require(person.role() != null, "cpp.users.role must be OWNER or CONTRIBUTOR.");
            people.add(new CppPerson(
                    person.userId() == null ? "u" + (people.size() + 1) : id(person.userId(), "cpp.users.userId"),
                    address,
                    person.displayName() == null
                            ? CppUser.nameOf(address)
                            : text(person.displayName(), "cpp.users.displayName"),
                    person.type() == null ? CppUser.Type.of(address) : person.type(),
                    person.role(),
                    person.active() == null || person.active(),
                    Boolean.TRUE.equals(person.microsoftAccount()) ? true : null));
        }
        distinct(people.stream().map(CppPerson::userId).toList(), "cpp.users.userId");
        return people;
    }

    static PartnerCenter inPartnerCenter(PartnerCenter given, Cpp cpp) {
        if (given == null) {
            return null;
        }
        var moved = cpp.status() == CppStatus.READ_ONLY;
        var state = moved ? PartnerCenterAccount.State.ACTIVE : PartnerCenterAccount.State.PROVISIONING;
        var accountId = given.accountId() == null ? cpp.accountId() : given.accountId();
        return new PartnerCenter(
                accountId == null ? accountIdOf(cpp.displayName()) : id(accountId, "partnerCenter.accountId"),
                given.state() == null ? state : given.state(),
                given.settings() == null || !given.settings().isObject() ? cpp.settings() : given.settings(),
                inPartnerCenter(given.users()));
    }

    private static List<PartnerCenterPerson> inPartnerCenter(List<PartnerCenterPerson> given) {
        var people = new ArrayList<PartnerCenterPerson>();
        for (var person : given == null ? List.<PartnerCenterPerson>of() : given) {
            var name = text(person.userPrincipalName(), "partnerCenter.users.userPrincipalName");
            var roles = roles(person.roles());
            people.add(new PartnerCenterPerson(
                    person.userId() == null
                            ? PartnerCenterUser.idOf(name)
                            : id(person.userId(), "partnerCenter.users.userId"),
                    name,
                    person.displayName() == null ? CppUser.nameOf(name) : person.displayName(),
                    roles.stream().map(PartnerCenterRole::title).toList(),
                    person.active() == null || person.active()));
        }
        distinct(people.stream().map(PartnerCenterPerson::userId).toList(), "partnerCenter.users.userId");
        return people;
    }

    static PartnerCenterUser asUser(PartnerCenterPerson person) {
        return PartnerCenterUser.of(
                person.userPrincipalName(), person.displayName(), roles(person.roles()), person.active());
    }

    static List<PartnerCenterRole> roles(List<String> names) {
        return (names == null ? List.<String>of() : names)
                .stream()
                        .map(name -> PartnerCenterRole.find(name)
                                .orElseThrow(() -> new Refusal(
                                        400,
                                        "ACCOUNT_MALFORMED",
                                        "A role of Partner Center cannot be called \"" + name + "\".")))
                        .toList();
    }

    static String accountIdOf(String publisherId) {
        return KeyNormalization.idOf("account:" + KeyNormalization.of(publisherId));
    }
}
