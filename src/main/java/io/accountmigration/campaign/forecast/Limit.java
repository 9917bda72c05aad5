package io.accountmigration.campaign.forecast;

import java.util.Optional;

/**
 * What keeps a campaign from being done earlier.
 *
 * @param system the outside system, where it is one's allowance
 */
public record Limit(Kind kind, Optional<String> system) {

    /** What it can be. */
    public enum Kind {
        /** How long owners take. */
        PEOPLE,
        /** How long operators take to decide on the next wave. */
        DECISIONS,
        /** How many accounts the campaign may start in a minute. */
        START_RATE,
        /** How many calls an outside system takes. */
        ALLOWANCE,
        /** How much this program does at a time. */
        PROGRAM
    }

    static Limit of(Kind kind) {
        return new Limit(kind, Optional.empty());
    }

    static Limit allowanceOf(String system) {
        return new Limit(Kind.ALLOWANCE, Optional.of(system));
    }
}
