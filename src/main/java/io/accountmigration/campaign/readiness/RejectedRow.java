package io.accountmigration.campaign.readiness;

import io.accountmigration.publisher.InvisibleText;

/** A row of a selection that cannot be taken, with its line, from 1, and the beginning of what it says. */
public record RejectedRow(int line, String content, Reason reason) {

    private static final int LONGEST_CONTENT = 200;

    /** Why not. */
    public enum Reason {
        /** No publisher can be called so. */
        NOT_A_PUBLISHER_ID,
        /** The portal knows no such publisher. */
        UNKNOWN_PUBLISHER,
        /** An earlier row names the same publisher. */
        DUPLICATE
    }

    static RejectedRow of(SelectedRow row, Reason reason) {
        var content = row.content() == null ? "" : InvisibleText.named(row.content());
        return new RejectedRow(
                row.line(),
                content.length() <= LONGEST_CONTENT ? content : content.substring(0, LONGEST_CONTENT),
                reason);
    }
}
