package io.accountmigration.publisher;

/** Something that was asked for is not done, and nothing has changed. Every endpoint answers it alike. */
public abstract class RequestRefused extends RuntimeException {

    private final String code;
    private final int status;
    private final String subject;

    protected RequestRefused(String code, int status, String subject) {
        super(code + " " + subject);
        this.code = code;
        this.status = status;
        this.subject = subject;
    }

    /** Names the reason, in the texts of problems. */
    public String code() {
        return code;
    }

    /** The HTTP status of this refusal. */
    public int status() {
        return status;
    }

    /** What the text names. */
    public String subject() {
        return subject;
    }
}
