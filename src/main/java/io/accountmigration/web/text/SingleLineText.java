package io.accountmigration.web.text;

import java.nio.charset.StandardCharsets;

/** Texts that can be stored and shown on one line. */
public final class SingleLineText {

    private SingleLineText() {}

    /** Whether this is a text of at least one visible character, not longer than that and without anything odd. */
    public static boolean isGiven(String text, int longest) {
        return text != null
                && !text.isBlank()
                && text.length() <= longest
                && text.chars().noneMatch(Character::isISOControl)
                && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }
}
