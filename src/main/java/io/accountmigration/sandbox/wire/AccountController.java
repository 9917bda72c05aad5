package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.PartnerCenterAccount;
import io.accountmigration.sandbox.data.PartnerCenterAccount.State;
import io.accountmigration.sandbox.data.PartnerCenterAccounts;
import io.accountmigration.sandbox.data.PartnerRegistry;
import io.accountmigration.sandbox.data.Publishers;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.SandboxTransaction;
import io.accountmigration.sandbox.data.Settings;
import io.accountmigration.sandbox.traffic.WireCall;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Accounts in Partner Center: opening, filling, activating and closing them. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/partner-center/v1/accounts")
@SandboxTransaction
class AccountController {

    private final PartnerCenterAccounts accounts;
    private final PartnerRegistry registry;
    private final Publishers publishers;
    private final IdempotentWrites once;

    AccountController(
            PartnerCenterAccounts accounts, PartnerRegistry registry, Publishers publishers, IdempotentWrites once) {
        this.accounts = accounts;
        this.registry = registry;
        this.publishers = publishers;
        this.once = once;
    }

    record Opening(String publisherId, String mpnId, String tenantId) {}

    record AccountBody(
            String accountId, String publisherId, String mpnId, String tenantId, State state, String correlationId) {

        static AccountBody of(PartnerCenterAccount account) {
            return new AccountBody(
                    account.accountId(),
                    account.publisherId(),
                    account.mpnId(),
                    account.tenantId(),
                    account.state(),
                    account.correlationId());
        }
    }

    @PostMapping
    ResponseEntity<?> open(
            @RequestBody Opening opening,
            @RequestHeader(name = "MS-CorrelationId", required = false) String correlationId,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        if (opening.publisherId() == null
                || publishers.find(opening.publisherId()).isEmpty()) {
            throw new Refusal(400, "2000", "publisherId names no publisher.");
        }
        return once.forPublisher(opening.publisherId(), call, () -> {
            accounts.ofPublisher(opening.publisherId()).ifPresent(account -> {
                throw new Refusal(
                        409,
                        "4009",
                        "Publisher " + opening.publisherId() + " has account " + account.accountId() + ".");
            });
            requireTenant(opening);
            var account = new PartnerCenterAccount(
                    UUID.randomUUID().toString(),
                    opening.publisherId(),
                    opening.mpnId(),
                    opening.tenantId(),
                    correlationId);
            accounts.add(account);
            call.hadEffect(true);
            return ResponseEntity.status(HttpStatus.CREATED).body(AccountBody.of(account));
        });
    }

    private void requireTenant(Opening opening) {
        var partner = registry.global(opening.mpnId())
                .orElseThrow(() -> new Refusal(400, "2000", "mpnId is no number of the Partner Network."));
        if (opening.tenantId() == null || !partner.tenantIds().contains(opening.tenantId())) {
            throw new Refusal(400, "2000", "tenantId is no tenant of partner " + opening.mpnId() + ".");
        }
    }

    @GetMapping
    @SandboxTransaction(readOnly = true)
    ListBody<AccountBody> find(@RequestParam String publisherId) {
        return ListBody.counted(
                accounts.ofPublisher(publisherId).stream().map(AccountBody::of).toList());
    }

    @GetMapping("/{accountId}")
    @SandboxTransaction(readOnly = true)
    AccountBody account(@PathVariable String accountId) {
        return accounts.find(accountId)
                .map(AccountBody::of)
                .orElseThrow(() -> IdempotentWrites.unknownAccount(accountId));
    }

    @PutMapping("/{accountId}/settings/{name}")
    ResponseEntity<?> putSettings(
            @PathVariable String accountId,
            @PathVariable String name,
            @RequestBody JsonNode value,
            @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        if (!Settings.isName(name) || !value.isObject()) {
            throw new Refusal(400, "2000", "Settings are agreement, company or payout, and an object.");
        }
        return once.forAccount(accountId, call, account -> {
            call.hadEffect(account.putSettings(name, value));
            return ResponseEntity.ok(value);
        });
    }

    @GetMapping("/{accountId}/settings/{name}")
    @SandboxTransaction(readOnly = true)
    JsonNode settings(@PathVariable String accountId, @PathVariable String name) {
        return accounts.find(accountId)
                .orElseThrow(() -> IdempotentWrites.unknownAccount(accountId))
                .settings()
                .get(name)
                .orElseThrow(() -> new Refusal(404, "4004", "Account " + accountId + " has no " + name + " yet."));
    }

    @PostMapping("/{accountId}/activate")
    ResponseEntity<?> activate(@PathVariable String accountId, @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        return once.forAccount(accountId, call, account -> {
            call.hadEffect(account.activate());
            return ResponseEntity.ok(AccountBody.of(account));
        });
    }

    @DeleteMapping("/{accountId}")
    ResponseEntity<?> close(@PathVariable String accountId, @RequestAttribute(WireCall.ATTRIBUTE) WireCall call) {
        return once.forAccount(accountId, call, account -> {
            if (account.state() != State.PROVISIONING) {
                throw new Refusal(409, "4010", "Account " + accountId + " is active and cannot be closed.");
            }
            accounts.remove(account);
            call.hadEffect(true);
            return ResponseEntity.noContent().build();
        });
    }
}
