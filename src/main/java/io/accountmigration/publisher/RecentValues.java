package io.accountmigration.publisher;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Values that stay known to this node for a while: none longer than that, and only the latest of many. */
public final class RecentValues<K, V> {

    private record Dated<V>(V value, Instant until) {}

    private final Map<K, Dated<V>> values = new LinkedHashMap<>();
    private final Clock clock;
    private final Duration lifetime;
    private final int atMost;

    public RecentValues(Clock clock, Duration lifetime, int atMost) {
        this.clock = clock;
        this.lifetime = lifetime;
        this.atMost = atMost;
    }

    /** Knows the value from now on, in place of the one before. */
    public synchronized void put(K key, V value) {
        values.remove(key);
        values.put(key, new Dated<>(value, clock.instant().plus(lifetime)));
        if (values.size() > atMost) {
            values.remove(values.keySet().iterator().next());
        }
    }

    /** The value, where it is known still. */
    public synchronized Optional<V> get(K key) {
        return Optional.ofNullable(values.get(key))
                .filter(known -> clock.instant().isBefore(known.until()))
                .map(Dated::value);
    }

    /** As {@link #get}; nobody gets it afterwards. */
    public synchronized Optional<V> take(K key) {
        var value = get(key);
        values.remove(key);
        return value;
    }
}
