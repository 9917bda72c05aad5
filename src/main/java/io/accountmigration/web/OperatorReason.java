package io.accountmigration.web;

import io.accountmigration.web.text.SingleLineText;

/** The reason that operators give for what they do. */
public final class OperatorReason {

    private static final int LONGEST = 500;

    private OperatorReason() {}

    /**
     * The reason without blanks around it.
     *
     * @throws CallRefused when there is none, or it cannot be stored and shown on one line
     */
    public static String in(String reason) {
        if (reason == null || reason.isBlank()) {
            throw CallRefused.withoutReason();
        }
        if (reason.length() > LONGEST) {
            throw CallRefused.tooLong("reason");
        }
        if (!SingleLineText.isGiven(reason, LONGEST)) {
            throw CallRefused.field("reason");
        }
        return reason.strip();
    }
}
