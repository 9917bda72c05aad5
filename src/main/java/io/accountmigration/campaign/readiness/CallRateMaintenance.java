package io.accountmigration.campaign.readiness;

/** What has to be done now and then for the outside systems' rates to be known. */
public interface CallRateMaintenance {

    /** Writes down the calls that live work has made meanwhile; those of systems without a rate need not be known. */
    void noteLiveCalls();

    /** Deletes calls that are too old to count. */
    void forgetOldCalls();
}
