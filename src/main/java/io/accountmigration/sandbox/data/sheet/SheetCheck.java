package io.accountmigration.sandbox.data.sheet;

import io.accountmigration.sandbox.data.Refusal;
import java.util.Collection;
import java.util.HashSet;

/** Refuses sheets that cannot be stored, in a sentence that names the field. */
final class SheetCheck {

    private static final int LONGEST_TEXT = 400;
    private static final int LONGEST_ID = 200;
    private static final int LONGEST_NUMBER = 40;

    private SheetCheck() {}

    static void require(boolean holds, String message) {
        if (!holds) {
            throw new Refusal(400, "ACCOUNT_MALFORMED", message);
        }
    }

    static String text(String value, String field) {
        require(value != null && !value.isBlank(), field + " is required.");
        require(value.length() <= LONGEST_TEXT, field + " is longer than " + LONGEST_TEXT + " characters.");
        return value;
    }

    static String optionalText(String value, String field) {
        return value == null ? null : text(value, field);
    }

    static String id(String value, String field) {
        require(value != null && !value.isBlank(), field + " is required.");
        require(value.length() <= LONGEST_ID, field + " is longer than " + LONGEST_ID + " characters.");
        return value;
    }

    static String number(String value, String field) {
        require(value != null && value.matches("[0-9]{1," + LONGEST_NUMBER + "}"), field + " must be numeric.");
        return value;
    }

    static void distinct(Collection<String> ids, String field) {
        require(new HashSet<>(ids).size() == ids.size(), field + " occurs twice.");
    }
}
