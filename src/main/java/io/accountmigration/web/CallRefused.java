package io.accountmigration.web;

import io.accountmigration.publisher.RequestRefused;

/** A call that was understood and yet cannot be answered as meant. */
public final class CallRefused extends RequestRefused {

    private CallRefused(String code, int status, String subject) {
        super(code, status, subject);
    }

    /** A field that is missing, of the wrong form or too long. */
    public static CallRefused field(String name) {
        return new CallRefused("FIELD_INVALID", 422, name);
    }

    public static CallRefused withoutReason() {
        return new CallRefused("REASON_MISSING", 422, "reason");
    }

    public static CallRefused tooLong(String name) {
        return new CallRefused("INPUT_TOO_LONG", 400, name);
    }

    public static CallRefused notMigrated(String publisherId) {
        return new CallRefused("NOT_MIGRATED", 409, publisherId);
    }

    public static CallRefused notCsv() {
        return new CallRefused("NOT_CSV", 400, "body");
    }

    /** A table with a quote after which everything would be one cell. */
    public static CallRefused quoteNotClosed(int line) {
        return new CallRefused("QUOTE_NOT_CLOSED", 400, String.valueOf(line));
    }

    /** A table that does not say which of its columns is meant. */
    public static CallRefused columnUnknown(String firstRow) {
        return new CallRefused("COLUMN_UNKNOWN", 400, firstRow);
    }

    public static CallRefused reportNotFound(String reportId) {
        return new CallRefused("REPORT_NOT_FOUND", 404, reportId);
    }
}
