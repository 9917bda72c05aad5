package io.accountmigration.sandbox.traffic;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Bearer tokens that carry their own expiry, so that they outlive a restart and a reset of the sandbox. */
@Component
@Profile("sandbox")
public class Tokens {

    /** How long a token is good for. */
    public static final Duration LIFETIME = Duration.ofSeconds(3599);

    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] KEY = "the sandbox has no secrets".getBytes(StandardCharsets.UTF_8);

    // Not the adjustable clock: callers count the lifetime in real time, not in that of the sandbox.
    private final Clock realTime = Clock.systemUTC();

    public String issue() {
        var expiry = String.valueOf(realTime.instant().plus(LIFETIME).getEpochSecond());
        return expiry + "." + signature(expiry);
    }

    boolean accept(String authorization) {
        if (authorization == null || !authorization.regionMatches(true, 0, "Bearer ", 0, 7)) {
            return false;
        }
        var parts = authorization.substring(7).strip().split("\\.", 2);
        return parts.length == 2 && isGenuine(parts[0], parts[1]) && isFresh(parts[0]);
    }

    private boolean isGenuine(String expiry, String signature) {
        return MessageDigest.isEqual(bytes(signature(expiry)), bytes(signature));
    }

    private boolean isFresh(String expiry) {
        return realTime.instant().isBefore(Instant.ofEpochSecond(Long.parseLong(expiry)));
    }

    private static String signature(String expiry) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(KEY, ALGORITHM));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(mac.doFinal(bytes(expiry)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java has no " + ALGORITHM, e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
