package io.accountmigration.sandbox.data;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.UUID;

/** How ids and addresses are compared: without regard to case. */
public final class KeyNormalization {

    private KeyNormalization() {}

    /** The letters A to Z have a case here; of others, some only look like one of them. */
    public static String of(String text) {
        var plain = text.strip();
        return StandardCharsets.US_ASCII.newEncoder().canEncode(plain) ? plain.toLowerCase(Locale.ROOT) : plain;
    }

    /** The domain of an address in lower case, or an empty text where there is none. */
    public static String domainOf(String address) {
        return address.contains("@") ? of(address.substring(address.lastIndexOf('@') + 1)) : "";
    }

    /** The same id for the same words, whenever they are said. */
    public static String idOf(String words) {
        return UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8)).toString();
    }
}
