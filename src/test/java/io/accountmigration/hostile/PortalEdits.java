package io.accountmigration.hostile;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import io.accountmigration.sandbox.data.sheet.PeopleEdits.Edit;
import io.accountmigration.system.Program;
import io.accountmigration.system.Sandbox;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What people do in the portals themselves. */
record PortalEdits(
        Staff staff, Program program, Colleagues colleagues, String publisherId, PartnerNetworkFacts partnerNetwork) {

    Optional<AccountSheet.PartnerCenterPerson> partnerCenterUser(String name) {
        return Stream.ofNullable(sheet().partnerCenter())
                .flatMap(account -> account.users().stream())
                .filter(user -> user.userId().equals(name)
                        || Sides.lower(user.userPrincipalName()).startsWith(Sides.lower(name) + "@"))
                .findFirst();
    }

    /** Nothing where that person is not there. */
    void edit(Event event, Sides sides) {
        var name = event.who();
        var inPortal = sheet().cpp().users().stream()
                .filter(user -> user.userId().equals(name))
                .findFirst();
        switch (event.kind()) {
            case JOIN_PORTAL ->
                staff.edits()
                        .putInCpp(
                                publisherId,
                                name + event.number() % 3,
                                new Edit(colleagues.workAddress(name + "x"), name, List.of("CONTRIBUTOR"), null, true));
            case LEAVE_PORTAL -> inPortal.ifPresent(user -> staff.edits().removeFromCpp(publisherId, name));
            case DISABLE_IN_PORTAL ->
                inPortal.ifPresent(user -> putInPortal(user, user.role().name(), false));
            case ENROL ->
                program.as("admin")
                        .post(
                                "/sandbox/enrolments/" + publisherId,
                                Map.of("partnerId", partnerNetwork.acceptedPartnerId()));
            case LOSE_TENANT -> loseSecondTenant();
            case DEMOTE_IN_PORTAL -> inPortal.ifPresent(user -> putInPortal(user, "CONTRIBUTOR", user.active()));
            default -> {
                if (sides.isMoved() && sides.isActive()) {
                    editInPartnerCenter(event);
                }
            }
        }
    }

    private void loseSecondTenant() {
        Stream.ofNullable(sheet().membership())
                .flatMap(membership -> membership.tenants().stream())
                .filter(tenant -> tenant.domains().contains(partnerNetwork.subsidiary()))
                .forEach(tenant -> staff.enrolments().removeTenant(publisherId, tenant.tenantId()));
    }

    private void putInPortal(AccountSheet.CppPerson user, String role, boolean active) {
        staff.edits()
                .putInCpp(
                        publisherId,
                        user.userId(),
                        new Edit(user.address(), user.displayName(), List.of(role), user.type(), active));
    }

    private void editInPartnerCenter(Event event) {
        var name = event.who();
        var found = partnerCenterUser(name);
        switch (event.kind()) {
            case JOIN -> {
                if (found.isEmpty()) {
                    put(name, colleagues.workAddress(name), List.of("Developer"));
                }
            }
            case PROMOTE -> found.ifPresent(user -> put(user.userId(), user.userPrincipalName(), List.of("Manager")));
            case DEMOTE -> found.ifPresent(user -> put(user.userId(), user.userPrincipalName(), List.of("Developer")));
            case ROLE_WITHOUT_ACCESS ->
                found.ifPresent(user -> put(user.userId(), user.userPrincipalName(), List.of("Marketer")));
            case LEAVE -> found.ifPresent(user -> staff.edits().removeFromPartnerCenter(publisherId, user.userId()));
            case RENAME ->
                found.ifPresent(
                        user -> put(user.userId(), colleagues.workAddress(name + event.number() % 4), user.roles()));
            case CHANGE_CASE ->
                found.ifPresent(
                        user -> put(user.userId(), user.userPrincipalName().toUpperCase(Locale.ROOT), user.roles()));
            case RECREATE ->
                found.ifPresent(user -> {
                    staff.edits().removeFromPartnerCenter(publisherId, user.userId());
                    put(user.userId() + "-again", user.userPrincipalName(), user.roles());
                });
            case SWAP ->
                found.ifPresent(user -> partnerCenterUser("Ann")
                        .filter(ann -> !ann.userId().equals(user.userId()))
                        .ifPresent(ann -> {
                            put(ann.userId(), user.userPrincipalName(), ann.roles());
                            put(user.userId(), ann.userPrincipalName(), user.roles());
                        }));
            case ALL_BUT_ONE_LEAVE ->
                sheet().partnerCenter().users().stream()
                        .filter(user -> found.filter(user::equals).isEmpty())
                        .skip(found.isPresent() ? 0 : 1)
                        .forEach(user -> staff.edits().removeFromPartnerCenter(publisherId, user.userId()));
            case LOSE_ACTIVATION -> loseActivation();
            default -> throw new IllegalArgumentException(event.toString());
        }
    }

    private void put(String userId, String address, List<String> roles) {
        staff.wire().note(userId + " is edited");
        staff.edits().putInPartnerCenter(publisherId, userId, new Edit(address, userId, roles, null, true));
    }

    private void loseActivation() {
        var sheet =
                new Sandbox(program.as("admin")).account(publisherId).sheet().deepCopy();
        ((ObjectNode) sheet.path("partnerCenter")).put("state", "PROVISIONING");
        program.as("admin").put("/sandbox/accounts/" + publisherId, sheet).succeeded();
    }

    private AccountSheet sheet() {
        return staff.sheet(publisherId);
    }
}
