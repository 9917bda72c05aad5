package io.accountmigration.publisher;

/** What stands behind a user entry of Cloud Partner Portal. */
public enum UserType {
    USER,
    GROUP,
    SERVICE_PRINCIPAL
}
