package io.accountmigration.crash;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Something drastic that is done once for all who ask for it at about the same time. */
final class Shared {

    private final Duration window;
    private final Runnable action;
    private CompletableFuture<Void> next;

    Shared(Duration window, Runnable action) {
        this.window = window;
        this.action = action;
    }

    /** Returns when it has been done. */
    void ask() {
        CompletableFuture<Void> mine;
        synchronized (this) {
            if (next == null) {
                next = CompletableFuture.runAsync(
                        this::act, CompletableFuture.delayedExecutor(window.toMillis(), TimeUnit.MILLISECONDS));
            }
            mine = next;
        }
        mine.join();
    }

    private void act() {
        synchronized (this) {
            next = null;
        }
        action.run();
    }
}
