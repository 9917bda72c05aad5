package io.accountmigration.sandbox.data.sheet;

import static io.accountmigration.sandbox.data.sheet.SheetCheck.id;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.require;
import static io.accountmigration.sandbox.data.sheet.SheetCheck.text;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.CppUser;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.PartnerCenterUser;
import io.accountmigration.sandbox.data.PartnerCenterUsers;
import io.accountmigration.sandbox.data.Publisher;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.Settings;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Changes that people make in the portals themselves; a lock does not hinder them, as it would not support staff. */
@Component
@Profile("sandbox")
@SandboxTransaction
public class PeopleEdits {

    private final Publishers publishers;
    private final PartnerCenterAccounts accounts;
    private final PartnerCenterUsers users;

    PeopleEdits(Publishers publishers, PartnerCenterAccounts accounts, PartnerCenterUsers users) {
        this.publishers = publishers;
        this.accounts = accounts;
        this.users = users;
    }

    /** The new state of a user; active unless {@code active} says otherwise. */
    public record Edit(String address, String displayName, List<String> roles, CppUser.Type type, Boolean active) {

        private boolean isActive() {
            return active == null || active;
        }
    }

    public void putInCpp(String publisherId, String userId, Edit edit) {
        require(edit.roles() != null && edit.roles().size() == 1, "roles must hold OWNER or CONTRIBUTOR.");
        var role = Arrays.stream(CppUser.Role.values())
                .filter(known -> known.name().equalsIgnoreCase(edit.roles().get(0)))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "ACCOUNT_MALFORMED", "roles must hold OWNER or CONTRIBUTOR."));
        var user = CppUser.of(text(edit.address(), "address"), edit.displayName(), edit.type(), role, edit.isActive());
        publisher(publisherId).putUser(id(userId, "userId"), user);
    }

    public void removeFromCpp(String publisherId, String userId) {
        if (!publisher(publisherId).removeUser(userId)) {
            throw unknownUser(publisherId, userId);
        }
    }

    public void putInPartnerCenter(String publisherId, String userId, Edit edit) {
        var name = text(edit.address(), "address");
        var roles = People.roles(edit.roles());
        require(!roles.isEmpty(), "roles must hold a role of Partner Center.");
        var user = PartnerCenterUser.of(name, edit.displayName(), roles, edit.isActive());
        users.put(account(publisherId), id(userId, "userId"), user);
    }

    public void removeFromPartnerCenter(String publisherId, String userId) {
        if (!users.remove(account(publisherId), userId)) {
            throw unknownUser(publisherId, userId);
        }
    }

    /** Changes a profile in Partner Center, as its owner would. */
    public void putSettingsInPartnerCenter(String publisherId, String name, JsonNode value) {
        require(Settings.isName(name) && value.isObject(), "settings are agreement, company or payout, and an object.");
        account(publisherId).putSettings(name, value);
    }

    private Publisher publisher(String publisherId) {
        return publishers
                .hold(publisherId)
                .orElseThrow(() ->
                        new Refusal(404, "PUBLISHER_NOT_FOUND", "The sandbox has no publisher " + publisherId + "."));
    }

    private PartnerCenterAccount account(String publisherId) {
        publisher(publisherId);
        return accounts.ofPublisher(publisherId)
                .flatMap(found -> accounts.hold(found.accountId()))
                .orElseThrow(() -> new Refusal(
                        404, "ACCOUNT_NOT_FOUND", "Publisher " + publisherId + " has no account in Partner Center."));
    }

    private static Refusal unknownUser(String publisherId, String userId) {
        return new Refusal(404, "USER_NOT_FOUND", "Publisher " + publisherId + " has no user " + userId + " there.");
    }
}
