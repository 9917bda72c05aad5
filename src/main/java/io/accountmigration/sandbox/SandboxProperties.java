package io.accountmigration.sandbox;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the sandbox is set up.
 *
 * @param datasourceUrl its own database; left out, it keeps its data in memory, separately for each run
 * @param datasourceUsername the user of that database
 * @param datasourcePassword that user's password
 * @param password the one password of all sandbox sign-ins
 * @param publishers how many generated accounts to add to the ten that have names
 * @param enrolmentPending how long an enrolment stays pending after its vetting was first asked for
 * @param allowShared whether the sandbox may run together with a PostgreSQL database
 */
@Validated
@ConfigurationProperties("sandbox")
public record SandboxProperties(
        String datasourceUrl,
        String datasourceUsername,
        String datasourcePassword,
        @NotBlank @DefaultValue("sandbox") String password,
        @PositiveOrZero int publishers,
        @NotNull @DefaultValue("PT10S") Duration enrolmentPending,
        boolean allowShared) {}
