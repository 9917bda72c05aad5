package io.accountmigration.program;

import io.accountmigration.migration.start.StartMigration;
import io.accountmigration.publisher.PersonLimits;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes what is too old to matter, at fixed times: counts of mails, disclosed names, and answers to repeated calls. */
@Component
public class PersonLimitsSchedule {

    private final PersonLimits limits;
    private final StartMigration startMigration;

    PersonLimitsSchedule(PersonLimits limits, StartMigration startMigration) {
        this.limits = limits;
        this.startMigration = startMigration;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @SchedulerLock(name = "person-limits-forget")
    public void forget() {
        limits.forgetOld();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT6M")
    @SchedulerLock(name = "start-answers-forget")
    public void forgetAnswers() {
        startMigration.forgetOldAnswers();
    }
}
