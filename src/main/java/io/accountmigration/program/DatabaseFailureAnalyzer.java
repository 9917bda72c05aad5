package io.accountmigration.program;

import java.sql.SQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says what is wrong with the database instead of showing a stack trace. */
class DatabaseFailureAnalyzer extends AbstractFailureAnalyzer<SQLException> {

    /** H2's code for a file that another program has open. */
    private static final int FILE_IN_USE = 90020;

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
        var state = String.valueOf(cause.getSQLState());
        if (cause.getErrorCode() == FILE_IN_USE) {
            return new FailureAnalysis(
                    "The file of the database is in use by another program, most likely by this one: "
                            + cause.getMessage(),
                    "End the other program first, or name another file in spring.datasource.url. Several nodes share a"
                            + " PostgreSQL database, never a file.",
                    cause);
        }
        if (state.startsWith("08")) {
            return new FailureAnalysis(
                    "The database cannot be reached: " + cause.getMessage(),
                    "Start the database, or correct spring.datasource.url.",
                    cause);
        }
        return state.startsWith("28")
                ? new FailureAnalysis(
                        "The database does not let the program in: " + cause.getMessage(),
                        "Correct spring.datasource.username and spring.datasource.password.",
                        cause)
                : null;
    }
}
