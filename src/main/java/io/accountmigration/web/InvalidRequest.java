package io.accountmigration.web;

import io.accountmigration.publisher.RequestRefused;

/** A request that cannot be meant like that; it names the query parameter or header that is wrong. */
public final class InvalidRequest extends RequestRefused {

    public InvalidRequest(String part) {
        super("REQUEST_INVALID", 400, part);
    }
}
