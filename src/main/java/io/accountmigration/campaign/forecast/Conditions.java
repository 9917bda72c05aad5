package io.accountmigration.campaign.forecast;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * What would be otherwise than it is.
 *
 * @param allowance how many times as many calls the outside systems would take
 * @param waveSize how many accounts each wave that has not begun would have
 * @param startsPerMinute how many accounts would be started in a minute
 * @param weekendsOff whether nothing would be started or decided on Saturdays and Sundays
 * @param zone where weekends are
 */
public record Conditions(
        double allowance,
        Optional<Integer> waveSize,
        Optional<Integer> startsPerMinute,
        boolean weekendsOff,
        ZoneId zone) {

    /** As it is. */
    public static Conditions asTheyAre() {
        return new Conditions(1, Optional.empty(), Optional.empty(), false, ZoneOffset.UTC);
    }

    /** This time, or the end of the weekend in which it lies where weekends are off. */
    Instant working(Instant time) {
        if (!weekendsOff) {
            return time;
        }
        var day = time.atZone(zone).toLocalDate();
        var beyond =
                switch (day.getDayOfWeek()) {
                    case SATURDAY -> 2;
                    case SUNDAY -> 1;
                    default -> 0;
                };
        return beyond == 0 ? time : day.plusDays(beyond).atStartOfDay(zone).toInstant();
    }
}
