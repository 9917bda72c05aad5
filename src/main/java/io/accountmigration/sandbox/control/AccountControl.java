package io.accountmigration.sandbox.control;

import io.accountmigration.sandbox.data.KeyNormalization;
import io.accountmigration.sandbox.data.Refusal;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import io.accountmigration.sandbox.data.sheet.Accounts;
import io.accountmigration.sandbox.data.sheet.Enrolments;
import io.swagger.v3.oas.annotations.Hidden;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Looks at publishers, creates and replaces them, and does what their companies do in the Partner Network. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox")
class AccountControl {

    private static final int PAGE = 100;

    private final Accounts accounts;
    private final Enrolments enrolments;

    AccountControl(Accounts accounts, Enrolments enrolments) {
        this.accounts = accounts;
        this.enrolments = enrolments;
    }

    record AccountPage(List<AccountSheet> items, String next) {}

    record Enrolment(String partnerId) {}

    @GetMapping("/accounts")
    AccountPage accounts(@RequestParam(defaultValue = "") String cursor) {
        var items = accounts.after(cursor, PAGE + 1);
        if (items.size() <= PAGE) {
            return new AccountPage(items, null);
        }
        return new AccountPage(
                items.subList(0, PAGE), KeyNormalization.of(items.get(PAGE - 1).publisherId()));
    }

    @GetMapping("/accounts/{publisherId}")
    AccountSheet account(@PathVariable String publisherId) {
        return accounts.find(publisherId).orElseThrow(() -> unknown(publisherId));
    }

    @PutMapping("/accounts/{publisherId}")
    AccountSheet put(@PathVariable String publisherId, @RequestBody AccountSheet sheet) {
        return accounts.put(publisherId, sheet);
    }

    @DeleteMapping("/accounts/{publisherId}/tenants/{tenantId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeTenant(@PathVariable String publisherId, @PathVariable String tenantId) {
        enrolments.removeTenant(publisherId, tenantId);
    }

    @PostMapping("/enrolments/{publisherId}")
    Enrolment enrol(@PathVariable String publisherId, @RequestBody(required = false) Enrolment wish) {
        return new Enrolment(enrolments.enrol(publisherId, wish == null ? null : wish.partnerId()));
    }

    static Refusal unknown(String publisherId) {
        return new Refusal(404, "PUBLISHER_NOT_FOUND", "The sandbox has no publisher " + publisherId + ".");
    }
}
