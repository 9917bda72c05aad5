package io.accountmigration.publisher;

/** One of the publishers that a person is a user of. */
public record PublisherMembership(String publisherId, String displayName, PublisherRole role) {}
