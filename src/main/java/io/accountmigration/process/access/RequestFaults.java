package io.accountmigration.process.access;

import io.accountmigration.process.engine.ExceptionCauses;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.rest.exception.RestException;

/** Distinguishes failures of the engine that the content of a request caused from faults of the program. */
final class RequestFaults {

    /** The class of SQL states for values that no column takes. */
    private static final String DATA = "22";

    private static final String NOT_NULL = "23502";
    private static final String NO_SUCH_ROW = "23503";
    private static final String NO_SUCH_ROW_IN_H2 = "23506";
    private static final String TAKEN = "23505";

    private static final Set<Class<?>> OF_CARELESS_CODE = Set.of(
            NullPointerException.class,
            IllegalArgumentException.class,
            ClassCastException.class,
            IndexOutOfBoundsException.class,
            NullValueException.class);

    private static final String OURS = "io.accountmigration.";

    /** Every command of the engine passes through these. */
    private static final String OUR_SETTINGS = OURS + "process.engine.";

    private static final String ENGINE = "org.camunda.bpm.";
    private static final Pattern INTERFACE =
            Pattern.compile("org\\.camunda\\.bpm\\.(?:engine\\.rest|webapp|cockpit|admin|tasklist)\\..*");

    private static final Pattern UNKNOWN_ID = Pattern.compile(
            ".*(?:no .*found (?:with|for) (?:\\w+ )?id|cannot find .* with id|does(?: not|n't) exist).*",
            Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

    private RequestFaults() {}

    /** Whether a value was one that the engine has no use for. */
    static boolean isInvalidValue(Throwable failure) {
        var state = sqlState(failure);
        return state.isEmpty() ? isOfCarelessCode(failure) : state.startsWith(DATA) || state.equals(NOT_NULL);
    }

    /** Whether something that the request named is not there. */
    static boolean isAboutAnUnknownId(Throwable failure) {
        var state = sqlState(failure);
        return state.equals(NO_SUCH_ROW)
                || state.equals(NO_SUCH_ROW_IN_H2)
                || ExceptionCauses.find(failure, NotFoundException.class).isPresent()
                || saysThatAnIdIsUnknown(failure);
    }

    /** Whether somebody else has stored a thing of the same id. */
    static boolean isTaken(Throwable failure) {
        return sqlState(failure).equals(TAKEN);
    }

    private static boolean saysThatAnIdIsUnknown(Throwable failure) {
        return ExceptionCauses.find(failure, NullValueException.class)
                .<Throwable>map(missing -> missing)
                .or(() -> ExceptionCauses.find(failure, RestException.class))
                .map(Throwable::getMessage)
                .filter(message -> UNKNOWN_ID.matcher(message).matches())
                .isPresent();
    }

    /** The engine reads requests without looking what is in them; code of this program is no part of that. */
    private static boolean isOfCarelessCode(Throwable failure) {
        var deepest = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .reduce((outer, inner) -> inner)
                .orElse(failure);
        var frames = Arrays.stream(deepest.getStackTrace())
                .map(StackTraceElement::getClassName)
                .filter(name -> !name.startsWith("java.") && !name.startsWith("jdk."))
                .takeWhile(name -> !name.startsWith("org.glassfish.jersey."))
                .toList();
        return OF_CARELESS_CODE.stream().anyMatch(type -> type.isInstance(deepest))
                && frames.stream()
                        .findFirst()
                        .filter(name -> name.startsWith(ENGINE))
                        .isPresent()
                && frames.stream().noneMatch(name -> name.startsWith(OURS) && !name.startsWith(OUR_SETTINGS))
                && frames.stream().anyMatch(name -> INTERFACE.matcher(name).matches());
    }

    private static String sqlState(Throwable failure) {
        return ExceptionCauses.find(failure, SQLException.class)
                .map(SQLException::getSQLState)
                .orElse("");
    }
}
