package io.accountmigration.migration.operations;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How cases as a whole are looked at.
 *
 * @param fresh for how long figures count as fresh: the database is asked once in that time, however many look
 */
@Validated
@ConfigurationProperties("operations")
record OperationsSettings(@NotNull @DefaultValue("PT20S") Duration fresh) {}
