package io.accountmigration.partner;

/** An organisation's directory, by its id and the name people know it by. */
public record Tenant(String tenantId, String displayName) {}
