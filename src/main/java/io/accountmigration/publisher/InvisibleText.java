package io.accountmigration.publisher;

import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What nobody sees in a text that was copied from a page or a spreadsheet: spaces of all kinds, marks without a width,
 * byte-order marks. At the edges of an address, an id or a number it means nothing; inside it makes another one.
 */
public final class InvisibleText {

    private static final int COMBINING_GRAPHEME_JOINER = 0x034F;
    private static final int LEFT_TO_RIGHT_OVERRIDE = 0x202D;
    private static final int RIGHT_TO_LEFT_OVERRIDE = 0x202E;
    private static final int FIRST_TAG = 0xE0000;
    private static final int BRAILLE_BLANK = 0x2800;
    private static final String FILLERS = "\u115F\u1160\u3164\uFFA0";

    private InvisibleText() {}

    /** The text without what is invisible at its edges; null stays null. */
    public static String trim(String text) {
        if (text == null) {
            return null;
        }
        var begin = 0;
        while (begin < text.length() && meansNothing(text.codePointAt(begin))) {
            begin += Character.charCount(text.codePointAt(begin));
        }
        var end = text.length();
        while (end > begin && meansNothing(text.codePointBefore(end))) {
            end -= Character.charCount(text.codePointBefore(end));
        }
        return text.substring(begin, end);
    }

    /** The text without anything invisible, also inside; for what people type or copy in groups. */
    public static String remove(String text) {
        return text.codePoints()
                .filter(character -> !meansNothing(character))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** The text with names as below, where something invisible is left when the edges are trimmed. */
    public static Optional<String> within(String text) {
        var trimmed = text == null ? "" : trim(text);
        return Optional.of(named(trimmed)).filter(named -> !named.equals(trimmed));
    }

    /** The text with a name in place of each invisible character but the plain space, so that people see it. */
    public static String named(String text) {
        return text.codePoints()
                .mapToObj(character -> character != ' ' && isInvisible(character)
                        ? String.format("[U+%04X]", character)
                        : Character.toString(character))
                .collect(Collectors.joining());
    }

    /** What is copied along unseen; overrides of the direction and tags are put there on purpose, and stay. */
    private static boolean meansNothing(int character) {
        return isInvisible(character)
                && character != LEFT_TO_RIGHT_OVERRIDE
                && character != RIGHT_TO_LEFT_OVERRIDE
                && character < FIRST_TAG;
    }

    private static boolean isInvisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.isISOControl(character)
                || Character.getType(character) == Character.FORMAT
                || character == COMBINING_GRAPHEME_JOINER
                || character == BRAILLE_BLANK
                || character >= 0xFE00 && character <= 0xFE0F
                || FILLERS.indexOf(character) >= 0;
    }
}
