package io.accountmigration.publisher;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** How much may be asked of outside systems. */
public interface OutsideAllowance {

    /** The name of Partner Center among the systems. */
    String PARTNER_CENTER = "partner-center";

    /** So many calls in any stretch of this length; 0 stands for any number. */
    record Rate(int calls, Duration per) {}

    /** What each system accepts, by its name. */
    Map<String, Rate> rates();

    /** How many calls a second a system takes in the long run; nothing where it takes any number. */
    default OptionalDouble callsPerSecond(String system) {
        return Stream.ofNullable(rates().get(system))
                .filter(rate -> rate.calls() > 0)
                .mapToDouble(rate -> rate.calls() * 1000.0 / rate.per().toMillis())
                .findFirst();
    }
}
