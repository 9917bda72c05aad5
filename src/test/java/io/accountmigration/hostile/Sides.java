package io.accountmigration.hostile;

import io.accountmigration.sandbox.data.CppStatus;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Both portals as they are, whatever they tell.
 *
 * @param entries the ids of all users in Cloud Partner Portal, those without access too
 * @param addressesOfNobody the addresses of groups and programs among them
 */
record Sides(
        CppStatus portalStatus,
        Set<String> entries,
        Set<String> addressesOfNobody,
        Map<String, Person> portal,
        Optional<PartnerCenterAccount.State> account,
        Map<String, Person> partnerCenter) {

    private static final Set<String> WORTH_OWNER = Set.of("Owner", "Manager");
    private static final Set<String> WORTH_CONTRIBUTOR = Set.of("Developer");

    /** Somebody with access in one portal; the address in lower case. */
    record Person(String address, boolean owner) {
        private String line() {
            return address + (owner ? " as owner" : " as contributor");
        }
    }

    static Sides of(AccountSheet sheet) {
        var portal = new TreeMap<String, Person>();
        sheet.cpp().users().stream()
                .filter(AccountSheet.CppPerson::active)
                .forEach(user -> portal.put(
                        user.userId(), new Person(lower(user.address()), user.role() == CppUser.Role.OWNER)));
        var partnerCenter = new TreeMap<String, Person>();
        Stream.ofNullable(sheet.partnerCenter())
                .flatMap(account -> account.users().stream())
                .filter(user -> user.active() && isWorthAnything(user.roles()))
                .forEach(user -> partnerCenter.put(
                        user.userId(),
                        new Person(
                                lower(user.userPrincipalName()),
                                user.roles().stream().anyMatch(WORTH_OWNER::contains))));
        return new Sides(
                sheet.cpp().status(),
                sheet.cpp().users().stream().map(AccountSheet.CppPerson::userId).collect(Collectors.toSet()),
                sheet.cpp().users().stream()
                        .filter(user -> user.type() != CppUser.Type.USER)
                        .map(user -> lower(user.address()))
                        .collect(Collectors.toSet()),
                portal,
                Optional.ofNullable(sheet.partnerCenter()).map(AccountSheet.PartnerCenter::state),
                partnerCenter);
    }

    private static boolean isWorthAnything(List<String> roles) {
        return roles.stream().anyMatch(role -> WORTH_OWNER.contains(role) || WORTH_CONTRIBUTOR.contains(role));
    }

    static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }

    boolean isMoved() {
        return portalStatus == CppStatus.READ_ONLY;
    }

    boolean isActive() {
        return account.filter(PartnerCenterAccount.State.ACTIVE::equals).isPresent();
    }

    boolean hasPortalOwner() {
        return portal.values().stream().anyMatch(Person::owner);
    }

    boolean hasPartnerCenterOwner() {
        return partnerCenter.values().stream().anyMatch(Person::owner);
    }

    /** Those with access in Cloud Partner Portal, but for these entries. */
    List<String> portalLines(Set<String> without) {
        return portal.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .map(entry -> entry.getValue().line())
                .sorted()
                .toList();
    }

    List<String> partnerCenterLines() {
        return partnerCenter.values().stream().map(Person::line).sorted().toList();
    }

    /**
     * Whether no program can bring both in step: Partner Center has nobody, whom to remove is not believed of an empty list;
     * or two users with one address, or a user with the address of what is no person in Cloud Partner Portal, which not
     * every portal takes.
     */
    boolean cannotAgree() {
        var addresses = partnerCenterAddresses();
        return partnerCenter.isEmpty()
                || addresses.size() < partnerCenter.size()
                || addresses.stream().anyMatch(addressesOfNobody::contains);
    }

    /** The addresses of everybody with access, in either portal. */
    Set<String> addresses() {
        return people().map(Person::address).collect(Collectors.toSet());
    }

    Set<String> owners() {
        return people().filter(Person::owner).map(Person::address).collect(Collectors.toSet());
    }

    Set<String> portalAddresses() {
        return portal.values().stream().map(Person::address).collect(Collectors.toSet());
    }

    Set<String> portalOwners() {
        return portal.values().stream()
                .filter(Person::owner)
                .map(Person::address)
                .collect(Collectors.toSet());
    }

    Set<String> partnerCenterAddresses() {
        return partnerCenter.values().stream().map(Person::address).collect(Collectors.toSet());
    }

    Set<String> partnerCenterOwners() {
        return partnerCenter.values().stream()
                .filter(Person::owner)
                .map(Person::address)
                .collect(Collectors.toSet());
    }

    private Stream<Person> people() {
        return Stream.concat(portal.values().stream(), partnerCenter.values().stream());
    }
}
