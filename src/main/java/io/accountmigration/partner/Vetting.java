package io.accountmigration.partner;

/** How far the partner network has verified a member: it takes days, and may end in a refusal. */
public enum Vetting {
    AUTHORIZED,
    PENDING,
    REJECTED
}
