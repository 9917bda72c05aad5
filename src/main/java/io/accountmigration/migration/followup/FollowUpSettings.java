package io.accountmigration.migration.followup;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How people are followed up while a case waits for them. All times count from when the case began to wait, and begin
 * anew as soon as somebody acts. It is looked once a day, so a rung is due on the day that its time falls on.
 *
 * @param reminders when the acting owner is reminded
 * @param coOwners when the other owners are told that they may act
 * @param operators when the operators are asked to name somebody
 * @param presence how long somebody who has acted is taken to be still there, and needs no mail about what comes next
 * @param mailsAtMost how many mails one person gets unasked in a while, of whatever kind and number of accounts
 * @param per how long that while is
 */
@Validated
@ConfigurationProperties("migration.follow-up")
public record FollowUpSettings(
        @NotNull @DefaultValue({"P3D", "P6D"}) List<Duration> reminders,
        @NotNull @DefaultValue("P7D") Duration coOwners,
        @NotNull @DefaultValue("P14D") Duration operators,
        @NotNull @DefaultValue("PT1H") Duration presence,
        @Min(1) @DefaultValue("5") int mailsAtMost,
        @NotNull @DefaultValue("P1D") Duration per) {

    /** Whom a rung tells. */
    enum Audience {
        ACTING_OWNER,
        CO_OWNERS,
        OPERATORS
    }

    /** One step of the follow-up. */
    record Rung(Duration after, Audience audience) {}

    /** All rungs, in the order in which they are due. */
    public List<Rung> rungs() {
        return Stream.concat(
                        reminders.stream().map(after -> new Rung(after, Audience.ACTING_OWNER)),
                        Stream.of(new Rung(coOwners, Audience.CO_OWNERS), new Rung(operators, Audience.OPERATORS)))
                .toList();
    }

    @AssertTrue(message = "reminders, coOwners and operators must follow each other in this order")
    boolean isInOrder() {
        var times = rungs().stream().map(Rung::after).toList();
        return times.equals(times.stream().sorted().toList());
    }
}
