package io.accountmigration.publisher;

/** One of the publishers that a person is a user of, and the user entry there. */
public record PublisherMembership(String publisherId, String userId, String displayName, PublisherRole role) {}
