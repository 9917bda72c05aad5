package io.accountmigration.web.migration;

import io.accountmigration.migration.CaseView.PortalAccess;
import io.accountmigration.migration.CaseView.Situation;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.web.page.DisplayedTime;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What the page of a case shows.
 *
 * @param portalAccess what the migration has done to the settings in the portal, or null
 * @param actors who must act next, in words; empty when the case is over
 * @param problem what stands in the way, or null
 * @param taskUrl the open task, where it is the viewer's to do; else null
 * @param mayTakeOver whether the open task is another owner's and could become the viewer's
 * @param cockpitUrl the running instance, for operators; else null
 * @param partnerCenterUrl where the viewer manages the account that has moved; else null
 * @param refreshSeconds after how long the page should renew itself, or null
 */
record CaseModel(
        String publisherId,
        MigrationState state,
        Situation situation,
        PortalAccess portalAccess,
        List<String> actors,
        DisplayedTime since,
        DisplayedTime startedAt,
        Advice problem,
        List<StepLine> steps,
        List<Advice> usersLeftBehind,
        String taskUrl,
        boolean mayTakeOver,
        boolean mayChangePartnerId,
        boolean mayCancel,
        String cockpitUrl,
        String partnerCenterUrl,
        Integer refreshSeconds) {

    /** The steps that the case has got to. */
    public List<StepLine> stepsReached() {
        return steps.stream().filter(StepLine::isReached).toList();
    }

    /** The steps that are still to come. */
    public List<StepLine> stepsToCome() {
        return steps.stream().filter(step -> !step.isReached()).toList();
    }

    /** Which of the steps the case is at, from 1; null when it is over. */
    public Integer position() {
        return IntStream.range(0, steps.size())
                .filter(index -> steps.get(index).isCurrent())
                .mapToObj(index -> index + 1)
                .findFirst()
                .orElse(null);
    }

    /** Something found, and what to do about it; nothing where it resolves itself. */
    record Advice(String text, String steps, boolean resolvesItself) {}
}
