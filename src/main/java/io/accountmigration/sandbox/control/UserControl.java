package io.accountmigration.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.sandbox.data.sheet.AccountSheet;
import io.accountmigration.sandbox.data.sheet.Accounts;
import io.accountmigration.sandbox.data.sheet.PeopleEdits;
import io.accountmigration.sandbox.data.sheet.PeopleEdits.Edit;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Edits the users of either portal, and the profiles in the new one, as a person there would. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/accounts/{publisherId}")
class UserControl {

    private final PeopleEdits edits;
    private final Accounts accounts;

    UserControl(PeopleEdits edits, Accounts accounts) {
        this.edits = edits;
        this.accounts = accounts;
    }

    @PutMapping("/cpp/users/{userId}")
    AccountSheet putInCpp(@PathVariable String publisherId, @PathVariable String userId, @RequestBody Edit edit) {
        edits.putInCpp(publisherId, userId, edit);
        return accounts.find(publisherId).orElseThrow();
    }

    @DeleteMapping("/cpp/users/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFromCpp(@PathVariable String publisherId, @PathVariable String userId) {
        edits.removeFromCpp(publisherId, userId);
    }

    @PutMapping("/partner-center/users/{userId}")
    AccountSheet putInPartnerCenter(
            @PathVariable String publisherId, @PathVariable String userId, @RequestBody Edit edit) {
        edits.putInPartnerCenter(publisherId, userId, edit);
        return accounts.find(publisherId).orElseThrow();
    }

    @PutMapping("/partner-center/settings/{name}")
    AccountSheet putSettings(@PathVariable String publisherId, @PathVariable String name, @RequestBody JsonNode value) {
        edits.putSettingsInPartnerCenter(publisherId, name, value);
        return accounts.find(publisherId).orElseThrow();
    }

    @DeleteMapping("/partner-center/users/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void removeFromPartnerCenter(@PathVariable String publisherId, @PathVariable String userId) {
        edits.removeFromPartnerCenter(publisherId, userId);
    }
}
