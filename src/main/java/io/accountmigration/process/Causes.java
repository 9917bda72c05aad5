package io.accountmigration.process;

import java.util.Optional;
import java.util.stream.Stream;

/** Finds what really happened below the exceptions that the engine wraps it in. */
final class Causes {

    private static final int DEEPEST = 20;

    private Causes() {}

    static <T extends Throwable> Optional<T> find(Throwable failure, Class<T> type) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst();
    }
}
