package io.accountmigration.program;

import io.accountmigration.publisher.PersonLimits;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Deletes counts of mails and disclosed names that are too old to matter, at fixed times. */
@Component
public class PersonLimitsSchedule {

    private final PersonLimits limits;

    PersonLimitsSchedule(PersonLimits limits) {
        this.limits = limits;
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @SchedulerLock(name = "person-limits-forget")
    public void forget() {
        limits.forgetOld();
    }
}
