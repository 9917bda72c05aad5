package io.accountmigration.campaign.readiness;

/** Mails to owners about the readiness of their account, queued in the transaction that records it. */
public interface ReadinessMails {

    /** What kept the account from moving is gone. */
    void sendReady(String publisherId, String owner);
}
