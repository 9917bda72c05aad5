package io.accountmigration.crash;

import java.util.concurrent.Phaser;

/**
 * Something drastic that is done once for several, when each of them stands where it shall hit him. They meet twice: at
 * the endpoint, so that nobody has to stand still for long, and inside, where it happens.
 */
final class Gathering {

    private static final int INSIDE = 1;

    private final Phaser guests;

    Gathering(int guests, Runnable action) {
        this.guests = new Phaser(guests) {
            @Override
            protected boolean onAdvance(int meeting, int present) {
                if (meeting == INSIDE && present > 0) {
                    action.run();
                }
                return meeting == INSIDE;
            }
        };
    }

    /** Returns when everybody is there and, inside, when it has happened. */
    void meet() {
        guests.arriveAndAwaitAdvance();
    }

    /** Nobody need wait for who does not come. */
    void leave() {
        guests.arriveAndDeregister();
    }
}
