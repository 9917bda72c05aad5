package io.accountmigration.web.migration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.trail.TrailReport;
import io.accountmigration.migration.trail.VerifyTrails;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.StrictText;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Holds audit trails to their hashes, for auditors and administrators. */
@ApiController
@RequestMapping("/api/audit-verifications")
@Tag(name = "Audit trail")
class AuditVerificationsApi {

    /** Whose trails; left out, everybody's. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record VerificationBody(
            @Schema(example = "contoso", nullable = true) @JsonDeserialize(using = StrictText.class)
            String publisherId) {}

    /** What was verified, and for each broken trail the first place that is wrong. */
    record Verification(
            boolean intact, int cases, long events, List<TrailReport.BrokenTrail> broken, Instant verifiedAt) {

        static Verification of(TrailReport report) {
            return new Verification(
                    report.intact(), report.cases(), report.events(), report.broken(), report.verifiedAt());
        }
    }

    private final VerifyTrails verifyTrails;

    AuditVerificationsApi(VerifyTrails verifyTrails) {
        this.verifyTrails = verifyTrails;
    }

    @PostMapping
    @Operation(
            summary = "Verify that audit trails are as they were written",
            description = "For auditors and administrators: of one publisher's cases, or without a publisherId of all.")
    Verification verifyAuditTrails(@RequestBody(required = false) VerificationBody body, Caller caller) {
        caller.require(Role.AUDITOR);
        return Verification.of(
                body == null || body.publisherId() == null
                        ? verifyTrails.ofAll()
                        : verifyTrails.of(body.publisherId()));
    }
}
