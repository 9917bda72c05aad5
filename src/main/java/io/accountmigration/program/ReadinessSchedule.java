package io.accountmigration.program;

import io.accountmigration.campaign.readiness.ForgetOldReports;
import io.accountmigration.campaign.readiness.RecheckBlockedAccounts;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** The schedules of readiness: one node at a time runs each. */
@Component
class ReadinessSchedule {

    private final RecheckBlockedAccounts recheckBlockedAccounts;
    private final ForgetOldReports forgetOldReports;

    ReadinessSchedule(RecheckBlockedAccounts recheckBlockedAccounts, ForgetOldReports forgetOldReports) {
        this.recheckBlockedAccounts = recheckBlockedAccounts;
        this.forgetOldReports = forgetOldReports;
    }

    @Scheduled(
            fixedDelayString = "${readiness.recheck-poll:PT1M}",
            initialDelayString = "${readiness.recheck-poll:PT1M}")
    @SchedulerLock(name = "readiness-recheck")
    void recheck() {
        recheckBlockedAccounts.recheck();
    }

    @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT5M")
    @SchedulerLock(name = "readiness-forget")
    void forget() {
        forgetOldReports.forget();
    }
}
