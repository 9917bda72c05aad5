package io.accountmigration.outside;

import io.accountmigration.publisher.OutsideUnavailable;
import java.util.Optional;
import java.util.function.Supplier;

/** A write that is sent at once. Only where its answer is lost does a probe ask whether it happened. */
public final class ProbedWrite {

    private ProbedWrite() {}

    /**
     * Sends the write.
     *
     * @param probe what the write has come to, or nothing where its effect is not there
     */
    public static <T> T send(Supplier<T> write, Supplier<Optional<T>> probe) {
        try {
            return write.get();
        } catch (OutsideUnavailable failed) {
            if (!failed.isAnswerLost()) {
                throw failed;
            }
            return probe.get().orElseThrow(() -> failed);
        }
    }
}
