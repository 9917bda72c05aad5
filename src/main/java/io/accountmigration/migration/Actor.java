package io.accountmigration.migration;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** Who did something, for the audit trail: a person by an id that is no address, or the process itself. */
public record Actor(String id) {

    /** The process, acting by itself. */
    public static final Actor PROCESS = new Actor("process");

    /** The person who signs in under this user id. */
    public static Actor person(String userId) {
        var name = "person/" + userId.toLowerCase(Locale.ROOT);
        return new Actor(
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
    }
}
