package io.accountmigration.web;

/** A request that cannot be meant like that: answered with 400, naming the part that is wrong. */
public final class InvalidRequest extends RuntimeException {

    private final String part;

    public InvalidRequest(String part) {
        super("invalid " + part);
        this.part = part;
    }

    /** The query parameter or header that is wrong. */
    public String part() {
        return part;
    }
}
