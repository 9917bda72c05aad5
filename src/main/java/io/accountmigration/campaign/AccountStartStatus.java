package io.accountmigration.campaign;

/** What a campaign itself knows of an account; once it is started, its case knows the rest. */
public enum AccountStartStatus {
    /** In a wave, to be started. */
    PLANNED,
    /** In no wave: by its latest verdict it cannot start. */
    NOT_READY,
    /** Its start was refused. */
    REFUSED,
    /** An operator took it out, or cancelled the campaign before its turn. */
    LEFT_OUT,
    /** Had moved before, without a case. */
    MOVED_BEFORE,
    /** Has a case. */
    STARTED
}
