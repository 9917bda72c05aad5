package io.accountmigration.publisher;

/** A user entry of a publisher in Cloud Partner Portal; {@code address} is how the user signs in there. */
public record PublisherUser(
        String userId, String address, String displayName, UserType type, PublisherRole role, boolean active) {

    /** Whether this entry may act for the publisher: the role owner, and not disabled. */
    public boolean isActiveOwner() {
        return active && role == PublisherRole.OWNER;
    }

    /** Whether a person can act for the publisher by this entry, and be written to. */
    public boolean isActingOwner() {
        return isActiveOwner()
                && type == UserType.USER
                && EmailAddress.parse(address).isPresent();
    }

    /** Whether this entry signs in under the address, ignoring case; similar characters are not enough. */
    public boolean signsInAs(String other) {
        return EmailAddress.areSame(address, other);
    }
}
