package io.accountmigration.eligibility;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How freely names are told.
 *
 * @param tenantNames how often within a day an owner is told the name of a partner's organisation
 */
@Validated
@ConfigurationProperties("migration")
record TenantNameSettings(@Min(1) @DefaultValue("5") int tenantNames) {}
