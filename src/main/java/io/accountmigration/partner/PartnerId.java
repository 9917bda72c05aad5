package io.accountmigration.partner;

import io.accountmigration.publisher.InvisibleText;
import java.util.Optional;
import java.util.regex.Pattern;

/** A partner's number in the Microsoft Partner Network: digits only, no sign. */
public record PartnerId(String value) {

    private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,11}");

    public PartnerId {
        if (!NUMBER.matcher(value).matches()) {
            throw new IllegalArgumentException("not a partner ID");
        }
    }

    /** The number in this text, what is invisible around it aside, or nothing where the text is none. */
    public static Optional<PartnerId> parse(String text) {
        return Optional.ofNullable(text)
                .map(InvisibleText::trim)
                .filter(number -> NUMBER.matcher(number).matches())
                .map(PartnerId::new);
    }
}
