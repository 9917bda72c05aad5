package io.accountmigration.migration.start;

import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.publisher.OutsideUnavailable;
import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherReader;
import io.accountmigration.publisher.PublisherSnapshot;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * What the portal says of a publisher for one start. It is asked once, and where somebody waits for the answer before the
 * transaction that claims the publisher begins: nobody holds a connection to the database while the portal takes its time.
 */
@Component
public class StartReading {

    private static final int LONGEST_PUBLISHER_ID = 100;
    private static final Pattern PUBLISHER_ID = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    private final PublisherReader publishers;
    private final Clock clock;
    private final ThreadLocal<Start> current = new ThreadLocal<>();

    StartReading(PublisherReader publishers, Clock clock) {
        this.publishers = publishers;
        this.clock = clock;
    }

    /**
     * An answer of the portal.
     *
     * @param snapshot nothing where the portal knows no such publisher
     * @param askedAt when it was asked
     */
    record Reading(Optional<PublisherSnapshot> snapshot, Instant askedAt) {}

    private final class Start {

        private final String key;
        private Reading reading;
        private OutsideUnavailable failure;

        private Start(String publisherId) {
            this.key = Publisher.keyOf(publisherId);
        }

        private Reading reading() {
            if (failure != null) {
                throw failure;
            }
            if (reading == null) {
                reading = ask(key);
            }
            return reading;
        }

        /** What goes wrong is thrown where the answer is needed, and nothing is asked twice. */
        private void read() {
            try {
                reading();
            } catch (OutsideUnavailable unavailable) {
                failure = unavailable;
            }
        }
    }

    /** A start, as long as it lasts in this thread. */
    public interface Scope extends AutoCloseable {

        @Override
        void close();
    }

    /** Asks the portal for the start that follows. */
    public Scope ahead(String publisherId) {
        var scope = once(publisherId);
        var begun = current.get();
        if (begun != null) {
            begun.read();
        }
        return scope;
    }

    /** The portal is asked at most once in the start that follows. */
    public Scope once(String publisherId) {
        var trimmed = InvisibleText.trim(publisherId);
        if (current.get() != null || !canBe(trimmed)) {
            return () -> {};
        }
        current.set(new Start(trimmed));
        return current::remove;
    }

    /** Whether this text can be the id of a publisher. */
    static boolean canBe(String publisherId) {
        return publisherId != null
                && publisherId.length() <= LONGEST_PUBLISHER_ID
                && PUBLISHER_ID.matcher(publisherId).matches();
    }

    static boolean isTooLong(String publisherId) {
        return publisherId.length() > LONGEST_PUBLISHER_ID;
    }

    /** What was read for the start of this thread, or else what the portal says now. */
    Reading of(String publisherId) {
        var begun = current.get();
        return begun != null && begun.key.equals(Publisher.keyOf(publisherId)) ? begun.reading() : ask(publisherId);
    }

    /** What the portal says now. */
    Reading ask(String publisherId) {
        var askedAt = clock.instant();
        return new Reading(publishers.read(publisherId), askedAt);
    }
}
