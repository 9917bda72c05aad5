package io.accountmigration.eligibility;

import jakarta.validation.constraints.Min;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How many names of organisations are disclosed.
 *
 * @param tenantNames how often within a day an owner sees the name of a partner's organisation
 */
@Validated
@ConfigurationProperties("migration")
record TenantNameSettings(@Min(1) @DefaultValue("5") int tenantNames) {}
