package io.accountmigration.process.migration;

import io.accountmigration.migration.MigrationSettings;
import io.accountmigration.process.engine.TimerExpressions;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The durations of the model's timers, in the form that its expressions read. */
@Component("migrationTimers")
public class MigrationTimers implements TimerExpressions {

    /**
     * @param enrolmentRecheck how often a pending enrolment is looked up again
     * @param followUp how often the follow-up of a waiting case runs
     * @param lockMargin how long before the portal ends its lock a move is given up
     * @param lateEffects how long after undoing it is verified: one read time-out, so that late effects are seen
     */
    @ConfigurationProperties("migration.timers")
    record Settings(
            @DefaultValue("PT6H") Duration enrolmentRecheck,
            @DefaultValue("P1D") Duration followUp,
            @DefaultValue("PT1H") Duration lockMargin,
            @DefaultValue("PT6S") Duration lateEffects) {}

    private final Settings settings;
    private final MigrationSettings migration;

    MigrationTimers(Settings settings, MigrationSettings migration) {
        if (migration.lock().compareTo(settings.lockMargin()) <= 0) {
            throw new IllegalArgumentException(
                    "migration.lock has to be longer than migration.timers.lock-margin: every move would be given up");
        }
        this.settings = settings;
        this.migration = migration;
    }

    public String getEnrolmentRecheck() {
        return settings.enrolmentRecheck().toString();
    }

    public String getFollowUpCycle() {
        return "R/" + settings.followUp();
    }

    public String getDeadline() {
        return migration.deadline().toString();
    }

    public String getLockCap() {
        return migration.lock().minus(settings.lockMargin()).toString();
    }

    public String getLateEffects() {
        return settings.lateEffects().toString();
    }
}
