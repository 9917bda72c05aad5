package io.accountmigration.sandbox.data;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The answer once given to a request id, to be given again when the request is repeated. */
@Entity
@Table(name = "sandbox_answer")
public class Answer {

    @Id
    private String requestKey;

    private int status;
    private String body;

    protected Answer() {}

    public Answer(String requestKey, int status, String body) {
        this.requestKey = requestKey;
        this.status = status;
        this.body = body;
    }

    public int status() {
        return status;
    }

    public String body() {
        return body;
    }
}
