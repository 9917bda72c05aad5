package io.accountmigration.web.migration;

import io.accountmigration.migration.Caller;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.migration.owners.RefreshOwners;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.RefusedWith;
import io.accountmigration.web.file.Csv;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What has arrived in the new account, item by item, for its owners, operators and services. */
@ApiController
@RequestMapping("/api/migrations/{publisherId}")
@Tag(name = "Migrations")
class VerificationApi {

    private final RefreshOwners refreshOwners;
    private final VerificationTable table;
    private final ViewVerification verification;

    VerificationApi(RefreshOwners refreshOwners, VerificationTable table, ViewVerification verification) {
        this.refreshOwners = refreshOwners;
        this.table = table;
        this.verification = verification;
    }

    @GetMapping(path = "/verification", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What has moved, what has not and why, and what differs",
            description = "404 VERIFICATION_NOT_FOUND before the move was verified.")
    @RefusedWith({"MIGRATION_NOT_FOUND", "VERIFICATION_NOT_FOUND"})
    VerificationTable.Table getVerification(@PathVariable String publisherId, Caller caller, Locale locale) {
        refreshOwners.onLook(publisherId, caller);
        return table.of(publisherId, caller, locale);
    }

    /** The same file on request at the path of the report. */
    @Hidden
    @GetMapping(path = "/verification", produces = Csv.MEDIA_TYPE)
    ResponseEntity<byte[]> negotiatedFile(@PathVariable String publisherId, Caller caller, Locale locale) {
        return downloadVerification(publisherId, caller, locale);
    }

    @GetMapping(path = "/verification.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "What has moved, what has not and why, and what differs, as a file",
            description = "As CSV. 404 VERIFICATION_NOT_FOUND before the move was verified.")
    @RefusedWith({"MIGRATION_NOT_FOUND", "VERIFICATION_NOT_FOUND"})
    ResponseEntity<byte[]> downloadVerification(@PathVariable String publisherId, Caller caller, Locale locale) {
        refreshOwners.onLook(publisherId, caller);
        return table.file(publisherId, caller, locale);
    }

    @PostMapping("/verification")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(
            summary = "Compare a moved account again",
            description = "For operators. The report shows a later verifiedAt when it is done.")
    @RefusedWith({"MIGRATION_NOT_FOUND", "VERIFICATION_NOT_FOUND"})
    void repeatVerification(@PathVariable String publisherId, Caller caller) {
        verification.again(publisherId, caller);
    }
}
