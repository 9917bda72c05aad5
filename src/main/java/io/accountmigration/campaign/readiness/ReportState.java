package io.accountmigration.campaign.readiness;

/** How far a report is. */
public enum ReportState {
    /** The portal's publishers are being listed. */
    LISTING,
    /** Accounts are being looked at. */
    RUNNING,
    COMPLETED
}
