package io.accountmigration.publisher;

/** A publisher whose master is Partner Center. */
public record MovedPublisher(String publisherId, String accountId) {}
