package io.accountmigration.web.api;

import java.io.IOException;

/** A body that is longer than any this program needs. */
final class BodyTooLong extends IOException {

    BodyTooLong() {
        super("body too long");
    }
}
