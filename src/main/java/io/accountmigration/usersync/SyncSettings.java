package io.accountmigration.usersync;

import io.accountmigration.partner.ListLag;
import io.accountmigration.publisher.PublisherRole;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How users are kept in step.
 *
 * @param pollInterval how often a feed is read at most
 * @param pollTick how often some feeds are read: those that were asked for longest ago
 * @param pollShare the percentage of Partner Center's allowance that reading feeds may use; with many accounts each is read
 *     less often
 * @param overlap how far behind the watermark the feed is read again: more than it may lag
 * @param lag how long Partner Center may show a state that is older than the feed's, or than what a move has written
 * @param settle how long after a removal others are waited for, so that many are seen as many
 * @param forcedInterval how long a feed that stays broken must not force another comparison
 * @param reconcileInterval how often an account is compared as a whole
 * @param patience after how long a step that makes many calls leaves the rest to its next job
 * @param batch how many changes one step takes on
 * @param retry the wait after a first failure; it doubles with every further one
 * @param longestRetry what that wait grows to
 * @param purgeAfter how long a removed user stays in the portal, disabled, so that a restore is a restore
 * @param futureTolerance how far another clock may be ahead
 * @param oldestChange how old a change may be to be taken
 */
@Validated
@ConfigurationProperties("user-sync")
public record SyncSettings(
        @NotNull @DefaultValue("PT1M") Duration pollInterval,
        @NotNull @DefaultValue("PT5S") Duration pollTick,
        @Min(1) @Max(100) @DefaultValue("15") int pollShare,
        @NotNull @DefaultValue("PT90M") Duration overlap,
        @NotNull @DefaultValue("PT1H") Duration lag,
        @NotNull @DefaultValue("PT2S") Duration settle,
        @NotNull @DefaultValue("PT15M") Duration forcedInterval,
        @NotNull @DefaultValue("P1D") Duration reconcileInterval,
        @NotNull @DefaultValue("PT10S") Duration patience,
        @Min(1) @DefaultValue("500") int batch,
        @NotNull @DefaultValue("PT1M") Duration retry,
        @NotNull @DefaultValue("P1D") Duration longestRetry,
        @NotNull @DefaultValue("P30D") Duration purgeAfter,
        @NotNull @DefaultValue("PT5M") Duration futureTolerance,
        @NotNull @DefaultValue("P30D") Duration oldestChange,
        @Valid @NotNull @DefaultValue Removals removals,
        @Valid @NotNull @DefaultValue Quarantine quarantine,
        @Valid @NotNull RoleMap roleMap)
        implements ListLag {

    /**
     * When removals wait for an operator.
     *
     * @param maxCount more than this many of one publisher within the window are too many
     * @param maxCountPerDay more than this many of one publisher within a day are too many
     * @param maxPercentage a larger share of its active users within the window, or within a day, is too many
     * @param never up to this many removals are never too many by their share alone
     * @param window removals within this time count together
     * @param everywhere the same for all publishers together
     */
    public record Removals(
            @Min(0) @DefaultValue("10") int maxCount,
            @Min(0) @DefaultValue("20") int maxCountPerDay,
            @Min(0) @Max(100) @DefaultValue("25") int maxPercentage,
            @Min(0) @DefaultValue("5") int never,
            @NotNull @DefaultValue("PT1H") Duration window,
            @Valid @NotNull @DefaultValue Everywhere everywhere) {

        public static final Duration DAY = Duration.ofDays(1);

        /** Whether so many removals within the window are too many for a publisher of so many users. */
        public boolean areTooMany(long removals, long activeUsers) {
            return removals > maxCount || isTooLargeAShare(removals, activeUsers);
        }

        /** Whether so many removals within a day are too many for a publisher of so many users. */
        public boolean areTooManyInADay(long removals, long activeUsers) {
            return removals > maxCountPerDay || isTooLargeAShare(removals, activeUsers);
        }

        private boolean isTooLargeAShare(long removals, long activeUsers) {
            return removals > never && removals * 100 > activeUsers * maxPercentage;
        }
    }

    /**
     * When removals of all publishers together wait for operators.
     *
     * @param maxCount more than this many within the window are too many
     * @param maxCountPerDay more than this many within a day are too many
     */
    public record Everywhere(
            @Min(0) @DefaultValue("100") int maxCount,
            @Min(0) @DefaultValue("400") int maxCountPerDay) {}

    /**
     * When a publisher is left alone.
     *
     * @param after after this many failed attempts in a row
     * @param steps the waits, the last one repeated
     * @param offAfter after how long in quarantine no more is tried until an operator asks
     */
    public record Quarantine(
            @Min(1) @DefaultValue("6") int after,

            @NotEmpty @DefaultValue({"PT6H", "PT12H", "P1D"})
            List<Duration> steps,

            @NotNull @DefaultValue("P28D") Duration offAfter) {

        Duration step(int number) {
            return steps.get(Math.min(number, steps.size() - 1));
        }
    }

    /**
     * What each role of Partner Center is worth in the portal (R11).
     *
     * @param version named with every change that was mapped by it; raise it to compare all accounts again
     * @param roles OWNER, CONTRIBUTOR or NONE by the name of the role
     */
    public record RoleMap(
            @NotBlank String version, @NotEmpty Map<String, Worth> roles) {}

    /** What a role is worth in the portal. */
    public enum Worth {
        OWNER,
        CONTRIBUTOR,
        /** No access at all. */
        NONE;

        public PublisherRole role() {
            return switch (this) {
                case OWNER -> PublisherRole.OWNER;
                case CONTRIBUTOR -> PublisherRole.CONTRIBUTOR;
                case NONE -> null;
            };
        }
    }

    /** The wait after a number of failures in a row: less and less often. */
    public Duration waitAfter(int failures) {
        var wait = retry;
        for (var i = 1; i < failures && wait.compareTo(longestRetry) < 0; i++) {
            wait = wait.multipliedBy(2);
        }
        return wait.compareTo(longestRetry) < 0 ? wait : longestRetry;
    }
}
