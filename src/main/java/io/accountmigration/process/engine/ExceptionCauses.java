package io.accountmigration.process.engine;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import java.sql.SQLException;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.SuspendedEntityInteractionException;
import org.springframework.dao.ConcurrencyFailureException;

/** Finds what really happened below the exceptions that the engine wraps it in. */
public final class ExceptionCauses {

    private static final int DEEPEST = 20;

    /** The class of SQL states in which databases report deadlocks and the like. */
    private static final String ROLLED_BACK = "40";

    private ExceptionCauses() {}

    /** Whether somebody else was at the same rows at the same moment: another try may well succeed. */
    public static boolean isLostRace(Throwable failure) {
        return find(failure, OptimisticLockingException.class).isPresent()
                || find(failure, ConcurrencyFailureException.class).isPresent()
                || find(failure, SQLException.class)
                        .map(SQLException::getSQLState)
                        .filter(state -> state.startsWith(ROLLED_BACK))
                        .isPresent();
    }

    /** Does work on the engine; translates its lock exception into one that the other modules know. */
    public static void tellLostRace(Runnable work) {
        try {
            work.run();
        } catch (ProcessEngineException failed) {
            if (isLostRace(failed)) {
                throw new ConcurrencyFailureException("the process moves on at this moment", failed);
            }
            throw findRefused(failed).<RuntimeException>map(refused -> refused).orElse(failed);
        }
    }

    /** The refusal in a failure; the engine itself refuses what is to be done in something suspended. */
    public static Optional<MigrationRefused> findRefused(Throwable failure) {
        return find(failure, MigrationRefused.class).or(() -> find(failure, SuspendedEntityInteractionException.class)
                .map(suspended -> MigrationRefused.because(Refusal.SUSPENDED, "")));
    }

    public static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
