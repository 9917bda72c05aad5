package io.accountmigration.usersync;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One thing that was done to put a user in step, kept as a line of its kind and its values; people get it in words. */
public record SyncStep(Kind kind, List<String> values) {

    /** What was done. */
    public enum Kind {
        /** Partner Center's lists show: the user, the roles, up to when that is surely true. */
        READ,
        /** Partner Center's lists do not show: the user, up to when that is surely true. */
        READ_NOBODY,
        /** Nothing is done before lists that are surely newer do not show the user either: when they are read. */
        LOOKS_AGAIN,
        /** What was told later than the lists may show counts: when it happened. */
        NEWER_IS_KNOWN,
        /** The portal's entry is: its id, its address. */
        MATCHED,
        /** The portal has no entry yet. */
        MATCHED_NONE,
        /** What the user is to be in the portal, and for which roles: the roles, their worth. */
        MAPPED,
        /** The role map does not hold: the roles. */
        ROLES_UNKNOWN,
        /** The portal was changed: from, to. */
        WRITTEN,
        NOTHING_TO_WRITE,
        LAST_OWNER_STAYS,
        /** An operator is asked, for: the reason. */
        WAITS_FOR_OPERATOR,
        /** The portal refused it with: its code. */
        REFUSED,
        EDITED_MEANWHILE,
        NO_ANSWER,
        /** The portal refuses this program, whose credentials or rights are wrong. */
        NO_RIGHTS
    }

    private static final String SEPARATOR = "\t";
    private static final int LONGEST_VALUE = 300;

    public static SyncStep of(Kind kind, Object... values) {
        return new SyncStep(
                kind,
                Arrays.stream(values)
                        .map(value -> String.valueOf(value).replaceAll("\\s+", " "))
                        .map(value -> value.substring(0, Math.min(value.length(), LONGEST_VALUE)))
                        .toList());
    }

    /** The step in this line, or nothing where an earlier version wrote it in words. */
    public static Optional<SyncStep> in(String line) {
        var parts = List.of(line.split(SEPARATOR, -1));
        return Arrays.stream(Kind.values())
                .filter(kind -> kind.name().equals(parts.get(0)))
                .findFirst()
                .map(kind -> new SyncStep(kind, parts.subList(1, parts.size())));
    }

    public String asLine() {
        return Stream.concat(Stream.of(kind.name()), values.stream()).collect(Collectors.joining(SEPARATOR));
    }
}
