package io.accountmigration.usersync;

import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherRole;
import io.accountmigration.publisher.PublisherUser;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The users of both portals, each side as one hash that anyone can compute. */
public record Parity(String partnerCenterHash, String portalHash) {

    /**
     * Compares both sides.
     *
     * @param wanted the lines of Partner Center's users
     * @param entries the portal's entries; those that can have no counterpart, as the links say, are left out
     */
    public static Parity of(Stream<String> wanted, Collection<PublisherUser> entries, Collection<UserLink> links) {
        var listedOnly = links.stream()
                .filter(link -> link.noCounterpart().isPresent())
                .flatMap(link -> link.portalUserId().stream())
                .collect(Collectors.toSet());
        var there = entries.stream()
                .filter(PublisherUser::active)
                .filter(entry -> !listedOnly.contains(entry.userId()))
                .map(entry -> line(Objects.toString(entry.address(), ""), entry.role()));
        return new Parity(hash(wanted), hash(there));
    }

    /** The line of one user: the address in the form in which addresses are compared. */
    public static String line(String address, PublisherRole role) {
        return EmailAddress.keyOf(address) + ";" + role.name().toLowerCase(Locale.ROOT);
    }

    boolean isEqual() {
        return partnerCenterHash.equals(portalHash);
    }

    private static String hash(Stream<String> lines) {
        var text = lines.sorted().map(line -> line + "\n").collect(Collectors.joining());
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
