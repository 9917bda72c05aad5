package io.accountmigration.campaign.readiness;

/** What owners are told about the readiness of their account, in the transaction of what is told. */
public interface ReadinessMails {

    /** What kept the account from moving is gone. */
    void sendReady(String publisherId, String owner);
}
