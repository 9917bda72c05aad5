package io.accountmigration.publisher;

/**
 * A user entry of a publisher and the person behind it.
 *
 * @param address how the entry signs in at the portal now
 * @param name the user id under which the person acts in this program; it stays when the address changes
 */
public record NamedUser(String userId, String address, String name) {}
