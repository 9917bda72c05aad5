package io.accountmigration.process.access;

/** A call does not reach the engine, as a problem says. */
final class EngineCallRefused extends Exception {

    private static final long serialVersionUID = 1L;

    private final String code;
    private final int status;
    private final String subject;

    EngineCallRefused(String code, int status, String subject) {
        super(code + " " + subject);
        this.code = code;
        this.status = status;
        this.subject = subject;
    }

    String code() {
        return code;
    }

    int status() {
        return status;
    }

    String subject() {
        return subject;
    }
}
