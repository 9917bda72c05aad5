package io.accountmigration.program;

import io.accountmigration.migration.owners.RefreshOwnersOfWaitingCases;
import net.javacrumbs.shedlock.spring.annotation.SchedulerLock;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Looks by the clock whether those who are waited for are owners still. One node at a time does. */
@Component
class OwnersSchedule {

    private final RefreshOwnersOfWaitingCases refreshOwnersOfWaitingCases;

    OwnersSchedule(RefreshOwnersOfWaitingCases refreshOwnersOfWaitingCases) {
        this.refreshOwnersOfWaitingCases = refreshOwnersOfWaitingCases;
    }

    @Scheduled(
            fixedDelayString = "${migration.owners-refresh.interval:PT1M}",
            initialDelayString = "${migration.owners-refresh.interval:PT1M}")
    @SchedulerLock(name = "owners-refresh")
    void refresh() {
        refreshOwnersOfWaitingCases.refresh();
    }
}
