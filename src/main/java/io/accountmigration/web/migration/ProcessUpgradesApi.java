package io.accountmigration.web.migration;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.Caller.Role;
import io.accountmigration.migration.operations.ProcessUpgrade;
import io.accountmigration.migration.operations.ProcessVersions;
import io.accountmigration.web.api.ApiController;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;

/** Carries what runs to the current versions of the processes, for administrators. */
@ApiController
@RequestMapping("/api/process-upgrades")
@Tag(name = "Administration")
class ProcessUpgradesApi {

    /** Whether to try only; left out, it is tried only. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record UpgradeBody(
            @Schema(defaultValue = "true", nullable = true) Boolean dryRun) {

        boolean triesOnly() {
            return dryRun == null || dryRun;
        }
    }

    /** One line for each earlier version that has running instances. */
    record Upgrades(boolean dryRun, List<ProcessUpgrade> upgrades) {}

    private final ProcessVersions versions;

    ProcessUpgradesApi(ProcessVersions versions) {
        this.versions = versions;
    }

    @PostMapping
    @Operation(
            summary = "Carry running instances to the current version of their process",
            description = "For administrators. A dry run tries every instance and changes nothing. Works for at most 20"
                    + " seconds: call again while leftForNow is not 0.")
    Upgrades upgradeProcesses(@RequestBody UpgradeBody body, Caller caller) {
        caller.require(Role.ADMINISTRATOR);
        return new Upgrades(body.triesOnly(), versions.upgrade(caller, body.triesOnly()));
    }
}
