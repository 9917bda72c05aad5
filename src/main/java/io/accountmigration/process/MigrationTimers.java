package io.accountmigration.process;

import io.accountmigration.migration.MigrationSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.stereotype.Component;

/** The durations of the model's timers, in the form that its expressions read. */
@Component("migrationTimers")
public class MigrationTimers {

    /**
     * @param enrolmentRecheck how often a pending enrolment is looked up again
     * @param reminder how often a waiting owner is reminded
     * @param reminders how often at most
     * @param escalation after how long others are told
     * @param deadline after how long an account that is not prepared expires
     * @param lockMargin how long before the portal ends its lock a move is given up
     * @param lateEffects how long after undoing it is verified: one read time-out, so that late effects are seen
     */
    @ConfigurationProperties("migration.timers")
    record Settings(
            @DefaultValue("PT6H") Duration enrolmentRecheck,
            @DefaultValue("P3D") Duration reminder,
            @DefaultValue("5") int reminders,
            @DefaultValue("P7D") Duration escalation,
            @DefaultValue("P60D") Duration deadline,
            @DefaultValue("PT1H") Duration lockMargin,
            @DefaultValue("PT6S") Duration lateEffects) {}

    private final Settings settings;
    private final Duration lock;

    MigrationTimers(Settings settings, MigrationSettings migration) {
        this.settings = settings;
        this.lock = migration.lock();
    }

    public String getEnrolmentRecheck() {
        return settings.enrolmentRecheck().toString();
    }

    public String getReminderCycle() {
        return "R" + settings.reminders() + "/" + settings.reminder();
    }

    public String getEscalation() {
        return settings.escalation().toString();
    }

    public String getDeadline() {
        return settings.deadline().toString();
    }

    public String getLockCap() {
        return lock.minus(settings.lockMargin()).toString();
    }

    public String getLateEffects() {
        return settings.lateEffects().toString();
    }
}
