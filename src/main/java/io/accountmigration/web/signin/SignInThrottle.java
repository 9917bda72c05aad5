package io.accountmigration.web.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Counts failed sign-ins and says who has to wait: a user name, existing or not, on the network that failed with it, and
 * a network that fails with many names. A network without failures of its own never waits for those of others. Where a
 * name fails on many networks, those that it never signed in from get fewer attempts and wait longer.
 */
final class SignInThrottle {

    static final int FAILURES_OF_A_NAME_ON_A_NETWORK = 8;
    static final int FAILURES_ON_A_NETWORK = 40;
    static final Duration WINDOW = Duration.ofMinutes(5);

    /** More than one person makes on two networks, so somebody else is guessing. */
    static final int FAILURES_OF_AN_ATTACKED_NAME = 24;
    /** One typing error is forgiven even then. */
    static final int FAILURES_WHILE_ATTACKED = 2;

    static final Duration WINDOW_WHILE_ATTACKED = Duration.ofMinutes(15);

    /** Of each kind; what was not asked for longest is forgotten first. */
    static final int REMEMBERED = 10_000;

    /** What has failed too often. */
    enum Slowed {
        NAME_ON_NETWORK,
        NETWORK,
        NAME
    }

    private record NameOnNetwork(String name, String network) {}

    private record Failures(int count, Instant until) {

        private static final Failures NONE = new Failures(0, Instant.MIN);

        int countAt(Instant now) {
            return now.isBefore(until) ? count : 0;
        }

        /** One more; the first begins a window, and while attacked each does. */
        Failures oneMore(Instant now, boolean attacked) {
            var window = attacked ? WINDOW_WHILE_ATTACKED : WINDOW;
            return new Failures(countAt(now) + 1, attacked || countAt(now) == 0 ? now.plus(window) : until);
        }
    }

    private final Clock clock;
    private final Map<NameOnNetwork, Failures> ofNamesOnNetworks = bounded();
    private final Map<String, Failures> onNetworks = bounded();
    private final Map<String, Failures> ofNames = bounded();
    private final Map<NameOnNetwork, Boolean> signedInBefore = bounded();

    SignInThrottle(Clock clock) {
        this.clock = clock;
    }

    /** How long this name has to wait on this network before it may be tried; nothing where it need not. */
    synchronized Optional<Duration> waitFor(String name, String network) {
        var now = clock.instant();
        var here = new NameOnNetwork(name, network);
        var own = waitOf(ofNamesOnNetworks.get(here), mostFailures(here, now), now);
        // Somebody who is known there does not wait for what others on the same network fail.
        return own.isPresent() || signedInBefore.containsKey(here)
                ? own
                : waitOf(onNetworks.get(network), FAILURES_ON_A_NETWORK, now);
    }

    /** Counts a failure; the answer names what has now failed too often. */
    synchronized Set<Slowed> failed(String name, String network) {
        var now = clock.instant();
        var here = new NameOnNetwork(name, network);
        var slowed = EnumSet.noneOf(Slowed.class);
        var attacked = failuresOf(name, now) + 1 >= FAILURES_OF_AN_ATTACKED_NAME;
        if (count(ofNames, name, now, attacked) == FAILURES_OF_AN_ATTACKED_NAME) {
            slowed.add(Slowed.NAME);
        }
        var most = mostFailures(here, now);
        if (count(ofNamesOnNetworks, here, now, most == FAILURES_WHILE_ATTACKED) == most) {
            slowed.add(Slowed.NAME_ON_NETWORK);
        }
        if (count(onNetworks, network, now, false) == FAILURES_ON_A_NETWORK) {
            slowed.add(Slowed.NETWORK);
        }
        return slowed;
    }

    /** Somebody who knows the password has not been guessing there; name and network keep their counts. */
    synchronized void succeeded(String name, String network) {
        var here = new NameOnNetwork(name, network);
        ofNamesOnNetworks.remove(here);
        signedInBefore.put(here, true);
    }

    synchronized int remembered() {
        return ofNamesOnNetworks.size() + onNetworks.size() + ofNames.size() + signedInBefore.size();
    }

    private int mostFailures(NameOnNetwork here, Instant now) {
        return failuresOf(here.name(), now) >= FAILURES_OF_AN_ATTACKED_NAME && !signedInBefore.containsKey(here)
                ? FAILURES_WHILE_ATTACKED
                : FAILURES_OF_A_NAME_ON_A_NETWORK;
    }

    private int failuresOf(String name, Instant now) {
        return ofNames.getOrDefault(name, Failures.NONE).countAt(now);
    }

    private static <K> int count(Map<K, Failures> failures, K key, Instant now, boolean attacked) {
        var more = failures.getOrDefault(key, Failures.NONE).oneMore(now, attacked);
        failures.put(key, more);
        return more.count();
    }

    private static Optional<Duration> waitOf(Failures failures, int most, Instant now) {
        return failures != null && failures.countAt(now) >= most
                ? Optional.of(Duration.between(now, failures.until()))
                : Optional.empty();
    }

    private static <K, V> Map<K, V> bounded() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > REMEMBERED;
            }
        };
    }
}
