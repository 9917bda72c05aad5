package io.accountmigration.campaign.forecast;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a campaign will be done.
 *
 * @param madeAt when this was worked out
 * @param accounts how many accounts are still to come to an end
 * @param end empty while too little is known, or where nothing is left to do
 * @param notBefore the earliest end, if everybody answered at once; empty where nothing is left to do
 * @param limit what would bring the end nearest if it were not there
 * @param unknown what too little is known of
 */
public record Forecast(
        Instant madeAt,
        int accounts,
        Optional<Band> end,
        Optional<Instant> notBefore,
        Optional<Limit> limit,
        Set<Assumption> assumptions,
        List<Unknown> unknown) {

    /**
     * Between these times the end lies with a probability of 80 %, rounded to what is known.
     *
     * @param likely the end lies before it as often as after it
     */
    public record Band(Instant from, Instant likely, Instant until) {}

    /** What a forecast takes for granted. */
    public enum Assumption {
        /** A paused campaign is resumed now. */
        RESUMED_NOW,
        /** Nothing was measured of how long operators take. */
        DECIDED_AT_ONCE,
        /** Nothing was measured of how long a move itself takes. */
        MOVED_AT_ONCE
    }

    /**
     * Owners of too few accounts of this kind have answered in campaigns so far.
     *
     * @param accounts how many of the campaign are of the kind
     * @param known how many answers are known
     * @param wanted how many it takes
     */
    public record Unknown(ReadinessCategory need, int accounts, int known, int wanted) {}
}
