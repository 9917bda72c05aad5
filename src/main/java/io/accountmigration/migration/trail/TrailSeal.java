package io.accountmigration.migration.trail;

import io.accountmigration.migration.Migration;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.UUID;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.stereotype.Component;

/**
 * Seals the end of each case's trail with a key that is not in the database. The end's hash depends on every line, so
 * write access to the database is not enough to replace a trail.
 */
@Component
public class TrailSeal {

    private static final String ALGORITHM = "HmacSHA256";

    private final TrailSettings settings;

    TrailSeal(TrailSettings settings) {
        this.settings = settings;
    }

    /** Before a case is written, its trail is sealed as it is then. */
    @PrePersist
    @PreUpdate
    void seal(Migration migration) {
        migration.trail().sealedWith((lines, hash) -> of(migration.id(), lines, hash));
    }

    /** What seals a trail of so many lines, the last of them with this hash: HMAC-SHA-256 in hexadecimal. */
    public String of(UUID caseId, int lines, String lastHash) {
        return of(settings.key(), caseId, lines, lastHash);
    }

    /** Whether this program made the seal, with the present key or an earlier one. */
    boolean fits(String seal, UUID caseId, int lines, String lastHash) {
        return seal != null
                && Stream.concat(Stream.of(settings.key()), settings.earlierKeys().stream())
                        .map(key -> of(key, caseId, lines, lastHash))
                        .anyMatch(own -> MessageDigest.isEqual(own.getBytes(), seal.getBytes()));
    }

    private static String of(String key, UUID caseId, int lines, String lastHash) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            var end = String.join("|", caseId.toString(), String.valueOf(lines), lastHash);
            return HexFormat.of().formatHex(mac.doFinal(end.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
