package io.accountmigration.crash;

import io.accountmigration.system.Program;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Visitor;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.awaitility.Awaitility;

/** Calls whichever node answers: one that is away, or asks to come back, is left for the next. */
final class Callers {

    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private final Supplier<List<Program>> endpoints;
    private final AtomicInteger turn = new AtomicInteger();

    Callers(Supplier<List<Program>> endpoints) {
        this.endpoints = endpoints;
    }

    /** Repeats a call until it gets an answer that is one. */
    Reply insist(String user, Function<Visitor, Reply> call) {
        return insist(user, call, reply -> true);
    }

    /** Repeats a call until it gets an answer that is one, and good enough. */
    Reply insist(String user, Function<Visitor, Reply> call, Predicate<Reply> isGoodEnough) {
        return Awaitility.await("an answer to " + user)
                .dontCatchUncaughtExceptions()
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> call(user, call).filter(isGoodEnough), Optional::isPresent)
                .orElseThrow();
    }

    /** Calls once, and takes whatever comes. */
    Reply once(String user, Function<Visitor, Reply> call) {
        return call.apply(endpoints.get().get(0).as(user));
    }

    /** Calls once; nothing where there was no answer, or one that says to come back. */
    Optional<Reply> call(String user, Function<Visitor, Reply> call) {
        var open = endpoints.get();
        if (open.isEmpty()) {
            return Optional.empty();
        }
        try {
            var reply = call.apply(
                    open.get(Math.floorMod(turn.getAndIncrement(), open.size())).as(user));
            return Optional.of(reply).filter(answer -> answer.status() < 500);
        } catch (UncheckedIOException away) {
            return Optional.empty();
        }
    }
}
