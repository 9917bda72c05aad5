package io.accountmigration.usersync;

import io.accountmigration.publisher.OutsideAllowance;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import org.springframework.stereotype.Component;

/**
 * How often feeds are read, worked out from the number of accounts and the share of the allowance. Pushes come first;
 * reading feeds is the safety net.
 */
@Component
public class PollPace {

    private final OutsideAllowance allowance;
    private final SyncSettings settings;

    PollPace(OutsideAllowance allowance, SyncSettings settings) {
        this.allowance = allowance;
        this.settings = settings;
    }

    /** How many feeds one pass reads at most. */
    public int feedsAPass() {
        return perSecond()
                .map(rate -> Math.max(1, rate * settings.pollTick().toMillis() / 1000.0))
                .mapToObj(most -> (int) most)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    /** How long a feed that was read is left alone. */
    public Duration shortest() {
        // A pass that comes a little early still counts.
        return settings.pollInterval().multipliedBy(9).dividedBy(10);
    }

    /** How long it takes until each of so many feeds has been read once. */
    public Duration interval(long accounts) {
        var most = feedsAPass();
        var wanted = settings.pollTick().multipliedBy((accounts + most - 1L) / most);
        return wanted.compareTo(settings.pollInterval()) > 0 ? wanted : settings.pollInterval();
    }

    private DoubleStream perSecond() {
        OptionalDouble all = allowance.callsPerSecond(OutsideAllowance.PARTNER_CENTER);
        return all.stream().map(rate -> rate * settings.pollShare() / 100);
    }
}
