package io.accountmigration.program;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Finds limits of calls to outside systems that contradict other limits. A job calls out inside a transaction: if that
 * takes longer than others wait for its locks, they fail though nothing is wrong; if it takes longer than the engine
 * locks the job, another node runs the job a second time.
 */
final class CallLimitsCheck {

    private static final String CONNECT = "outside.connect-timeout";
    private static final String READ = "outside.read-timeout";
    private static final String JOB_LOCK = "camunda.bpm.job-execution.lock-time-in-millis";

    private CallLimitsCheck() {}

    /** The names of the settings, each with what has to be in their place. */
    static Map<String, String> settings(Environment environment) {
        var found = new LinkedHashMap<String, String>();
        var binder = Binder.get(environment);
        var connect = binder.bind(CONNECT, Duration.class).orElse(null);
        var read = binder.bind(READ, Duration.class).orElse(null);
        if (connect == null || read == null) {
            // The properties of the calls report what is missing.
            return found;
        }
        var out = DatabaseTimeouts.callingOut(connect, read);
        if (out.compareTo(DatabaseTimeouts.LOCK) > 0) {
            found.put(
                    READ,
                    "together with " + CONNECT + " at most " + seconds(DatabaseTimeouts.LOCK.dividedBy(2))
                            + ": a call and one for its token take up to " + seconds(out)
                            + ", and others wait for a lock in the database for "
                            + seconds(DatabaseTimeouts.LOCK));
        }
        var lock = binder.bind(JOB_LOCK, Long.class).map(Duration::ofMillis).orElse(out);
        if (found.isEmpty() && out.compareTo(lock) > 0) {
            found.put(
                    JOB_LOCK,
                    out.toMillis() + " at least: a call and one for its token take up to " + seconds(out) + " ("
                            + CONNECT + ", " + READ + "), and a job whose lock ends runs a second time");
        }
        return found;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() / 1000.0 + " s";
    }
}
