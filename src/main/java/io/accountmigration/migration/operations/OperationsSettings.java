package io.accountmigration.migration.operations;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How figures of all cases are counted.
 *
 * @param fresh for how long figures count as fresh: the database is queried once in that time, for all readers
 * @param oldest how old figures are shown at most: who looks gets those that there are, while newer ones are counted,
 *     and waits for the newer ones only where these are older than that
 */
@Validated
@ConfigurationProperties("operations")
record OperationsSettings(
        @NotNull @DefaultValue("PT20S") Duration fresh,
        @NotNull @DefaultValue("PT1M") Duration oldest) {}
