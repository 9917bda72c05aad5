package io.accountmigration.crash;

/** A mail as the mail server took it in. */
record Letter(String messageId, String to, String subject, String text) {

    boolean concerns(String publisherId) {
        return subject.contains(" " + publisherId + " ") || subject.endsWith(" " + publisherId);
    }
}
