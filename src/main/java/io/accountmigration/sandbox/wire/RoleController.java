package io.accountmigration.sandbox.wire;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.PartnerCenterRole;
import io.accountmigration.sandbox.data.PartnerCenterUser;
import io.accountmigration.sandbox.data.PartnerCenterUsers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.traffic.WireCall;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The roles of an account in Partner Center, and who holds them. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/partner-center/v1/roles")
@SandboxTransaction
class RoleController {

    private final PartnerCenterAccounts accounts;
    private final PartnerCenterUsers users;
    private final WorkAccounts workAccounts;
    private final IdempotentWrites once;
    private final ShownUsers shown;

    RoleController(
            PartnerCenterAccounts accounts,
            PartnerCenterUsers users,
            WorkAccounts workAccounts,
            IdempotentWrites once,
            ShownUsers shown) {
        this.accounts = accounts;
        this.users = users;
        this.workAccounts = workAccounts;
        this.once = once;
        this.shown = shown;
    }

    record RoleBody(String id, String name) {}

    record NewMember(String displayName, String userPrincipalName) {}

    record Member(String accountId, String displayName, String id, String roleId, String userPrincipalName) {

        static Member of(PartnerCenterAccount account, PartnerCenterRole role, String userId, PartnerCenterUser user) {
            return new Member(account.accountId(), user.displayName(), userId, role.id(), user.userPrincipalName());
        }
    }

    @GetMapping
    @SandboxTransaction(readOnly = true)
    ListBody<RoleBody> roles(@RequestParam String accountId) {
        return ListBody.counted(account(accountId).roles().stream()
                .map(role -> new RoleBody(role.id(), role.title()))
                .toList());
    }

    @GetMapping("/{roleId}/usermembers")
    @SandboxTransaction(readOnly = true)
    ListBody<Member> members(@PathVariable String roleId, @RequestParam String accountId) {
        var account = account(accountId);
        var role = role(account, roleId);
        List<Member> members = shown.of(account).entrySet().stream()
                .filter(entry -> entry.getValue().holds(role))
                .map(entry -> Member.of(account, role, entry.getKey(), entry.getValue()))
                .toList();
        return ListBody.counted(members);
    }

    @PostMapping("/{roleId}/usermembers")
    ResponseEntity<?> add(
            @PathVariable String roleId,
            @RequestParam String accountId,
            @RequestBody NewMember member,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        var name = member.userPrincipalName();
        if (name == null || name.isBlank()) {
            throw new Refusal(400, "2000", "userPrincipalName is required.");
        }
        return once.forAccount(accountId, call, account -> {
            var role = role(account, roleId);
            workAccounts.requireIn(account, name);
            var userId = userIdOf(account, name);
            if (account.user(userId).filter(user -> user.holds(role)).isPresent()) {
                throw new Refusal(409, "4009", name + " already holds the role " + role.title() + ".");
            }
            users.grant(account, role, userId, PartnerCenterUser.of(name, member.displayName(), List.of(), true));
            call.hadEffect(true);
            var user = account.user(userId).orElseThrow();
            return ResponseEntity.status(HttpStatus.CREATED).body(Member.of(account, role, userId, user));
        });
    }

    @DeleteMapping("/{roleId}/usermembers/{memberId}")
    ResponseEntity<?> remove(
            @PathVariable String roleId,
            @PathVariable String memberId,
            @RequestParam String accountId,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        return once.forAccount(accountId, call, account -> {
            var role = role(account, roleId);
            if (account.user(memberId).filter(user -> user.holds(role)).isEmpty()) {
                throw new Refusal(404, "4004", memberId + " does not hold the role " + role.title() + ".");
            }
            users.revoke(account, role, memberId);
            call.hadEffect(true);
            return ResponseEntity.noContent().build();
        });
    }

    private static String userIdOf(PartnerCenterAccount account, String name) {
        return account.users().entrySet().stream()
                .filter(entry -> KeyNormalization.of(entry.getValue().userPrincipalName())
                        .equals(KeyNormalization.of(name)))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseGet(() -> PartnerCenterUser.idOf(name));
    }

    private PartnerCenterAccount account(String accountId) {
        return accounts.find(accountId).orElseThrow(() -> IdempotentWrites.unknownAccount(accountId));
    }

    private static PartnerCenterRole role(PartnerCenterAccount account, String roleId) {
        return account.roles().stream()
                .filter(role -> role.id().equals(roleId))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "4004", "There is no role " + roleId + "."));
    }
}
