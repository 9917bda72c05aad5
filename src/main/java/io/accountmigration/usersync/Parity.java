package io.accountmigration.usersync;

import io.accountmigration.publisher.PublisherRole;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The users of both portals, each side as one hash that anyone can compute. */
record Parity(String partnerCenterHash, String portalHash) {

    static Parity of(Stream<String> partnerCenterLines, Stream<String> portalLines) {
        return new Parity(hash(partnerCenterLines), hash(portalLines));
    }

    static String line(String address, PublisherRole role) {
        return (address + ";" + role).toLowerCase(Locale.ROOT);
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
