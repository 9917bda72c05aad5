package io.accountmigration.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Counts failed sign-ins by user name, existing or not, and by address, and says how long either has to wait. It
 * remembers a bounded number of both and forgets the oldest first.
 */
final class SignInThrottle {

    static final int FAILURES_OF_A_USER = 8;
    static final int FAILURES_FROM_AN_ADDRESS = 40;
    static final Duration WINDOW = Duration.ofMinutes(5);
    static final int REMEMBERED = 10_000;

    private record Failures(int count, Instant until) {}

    private final Clock clock;
    private final Map<String, Failures> ofUsers = bounded();
    private final Map<String, Failures> fromAddresses = bounded();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this user name, or this address, has to wait before it may be tried; nothing where it need not. */
    synchronized Optional<Duration> waitFor(String user, String address) {
        var now = clock.instant();
        return Stream.of(
                        waitOf(ofUsers.get(user), FAILURES_OF_A_USER, now),
                        waitOf(fromAddresses.get(address), FAILURES_FROM_AN_ADDRESS, now))
                .flatMap(Optional::stream)
                .max(Comparator.naturalOrder());
    }

    synchronized void failed(String user, String address) {
        var now = clock.instant();
        ofUsers.compute(user, (name, failures) -> oneMore(failures, now));
        fromAddresses.compute(address, (name, failures) -> oneMore(failures, now));
    }

    /** Somebody who knows the password has not been guessing; the address keeps its count, it may guess elsewhere. */
    synchronized void succeeded(String user) {
        ofUsers.remove(user);
    }

    synchronized int remembered() {
        return ofUsers.size() + fromAddresses.size();
    }

    private static Optional<Duration> waitOf(Failures failures, int limit, Instant now) {
        return failures != null && failures.count() >= limit && now.isBefore(failures.until())
                ? Optional.of(Duration.between(now, failures.until()))
                : Optional.empty();
    }

    private static Failures oneMore(Failures failures, Instant now) {
        return failures == null || !now.isBefore(failures.until())
                ? new Failures(1, now.plus(WINDOW))
                : new Failures(failures.count() + 1, failures.until());
    }

    private static Map<String, Failures> bounded() {
        return new LinkedHashMap<>() {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
