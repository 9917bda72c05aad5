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
 * How people are reminded while a case waits for them. All times count from when the case began to wait, and start
 * again as soon as somebody acts. The follow-up runs once a day, so a level is due on the day of its time.
 *
 * @param reminders when the acting owner is reminded
 * @param coOwners when the other owners get a mail that they may act
 * @param operators when the operators are asked to name somebody
 * @param presence how long a person who has acted counts as present, and gets no mail about the next task
 * @param mailsAtMost how many unrequested mails one person gets within the period, of all kinds and accounts together
 * @param per the length of that period
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

    /** Who is notified at a level. */
    enum Audience {
        ACTING_OWNER,
        CO_OWNERS,
        OPERATORS
    }

    /** Who is notified, and how long after the case began to wait. */
    record EscalationLevel(Duration after, Audience audience) {}

    /** All levels, in the order in which they are due. */
    public List<EscalationLevel> escalationLevels() {
        return Stream.concat(
                        reminders.stream().map(after -> new EscalationLevel(after, Audience.ACTING_OWNER)),
                        Stream.of(
                                new EscalationLevel(coOwners, Audience.CO_OWNERS),
                                new EscalationLevel(operators, Audience.OPERATORS)))
                .toList();
    }

    @AssertTrue(message = "reminders, coOwners and operators must follow each other in this order")
    boolean isInOrder() {
        var times = escalationLevels().stream().map(EscalationLevel::after).toList();
        return times.equals(times.stream().sorted().toList());
    }
}
