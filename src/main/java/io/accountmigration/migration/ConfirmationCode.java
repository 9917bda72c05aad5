package io.accountmigration.migration;

import io.accountmigration.publisher.InvisibleText;
import jakarta.persistence.Embeddable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** The proof that an owner reads the mailbox of the work address: kept as a hash, and expiring. */
@Embeddable
public class ConfirmationCode {

    /** How many wrong codes may be entered for one address of a case within a day. */
    public static final int ATTEMPTS = 5;

    private String codeHash;
    private Instant codeValidUntil;

    protected ConfirmationCode() {}

    ConfirmationCode(UUID caseId, String code, Instant validUntil) {
        this.codeHash = hash(caseId, code);
        this.codeValidUntil = validUntil;
    }

    boolean isExpired(Instant now) {
        return codeValidUntil == null || now.isAfter(codeValidUntil);
    }

    boolean accepts(UUID caseId, String code) {
        if (codeHash == null || code == null) {
            return false;
        }
        return MessageDigest.isEqual(
                codeHash.getBytes(StandardCharsets.US_ASCII),
                hash(caseId, InvisibleText.remove(code)).getBytes(StandardCharsets.US_ASCII));
    }

    private static String hash(UUID caseId, String code) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((caseId + ":" + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
