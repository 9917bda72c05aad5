package io.accountmigration.web.migration;

import static io.accountmigration.migration.MigrationStep.AWAIT_ENROLMENT;
import static io.accountmigration.migration.MigrationStep.CHECK_WORK_EMAIL;
import static io.accountmigration.migration.MigrationStep.CLOSE_PARTNER_CENTER_ACCOUNT;
import static io.accountmigration.migration.MigrationStep.CONFIRM_WORK_EMAIL;
import static io.accountmigration.migration.MigrationStep.ENROL_IN_PARTNER_NETWORK;
import static io.accountmigration.migration.MigrationStep.PROVIDE_WORK_EMAIL;
import static io.accountmigration.migration.MigrationStep.UNLOCK_PUBLISHER;
import static io.accountmigration.migration.MigrationStep.VERIFY_REVERT;

import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.web.migration.StepLine.Status;
import io.accountmigration.web.page.DisplayedTime;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The steps of a case in the order of the process: those done, the current one, and those that every case on this way
 * still has to come. A detour is listed only where the case took it.
 */
final class StepLineMapper {

    private static final Set<MigrationStep> DETOURS =
            Set.of(ENROL_IN_PARTNER_NETWORK, AWAIT_ENROLMENT, CONFIRM_WORK_EMAIL);
    private static final Set<MigrationStep> WAY_BACK =
            Set.of(CLOSE_PARTNER_CENTER_ACCOUNT, UNLOCK_PUBLISHER, VERIFY_REVERT);

    /** What another work address makes necessary again, although it was done for the one before. */
    private static final Map<MigrationStep, Set<MigrationStep>> AGAIN = Map.of(
            PROVIDE_WORK_EMAIL, Set.of(CHECK_WORK_EMAIL, CONFIRM_WORK_EMAIL),
            CHECK_WORK_EMAIL, Set.of(CONFIRM_WORK_EMAIL));

    private StepLineMapper() {}

    static List<StepLine> of(CaseView view, Locale locale) {
        var done = new EnumMap<MigrationStep, Instant>(MigrationStep.class);
        view.stepsDone().forEach(step -> done.put(step.step(), step.at()));
        if (!view.state().isFinal()) {
            AGAIN.getOrDefault(view.step(), Set.of()).forEach(done::remove);
        }
        return Stream.of(MigrationStep.values())
                .filter(step -> done.containsKey(step) || isCurrent(step, view) || isToCome(step, view))
                .map(step -> line(step, view, done, locale))
                .toList();
    }

    private static boolean isCurrent(MigrationStep step, CaseView view) {
        return step == view.step() && !view.state().isFinal();
    }

    private static boolean isToCome(MigrationStep step, CaseView view) {
        if (view.state().isFinal() || DETOURS.contains(step)) {
            return false;
        }
        return WAY_BACK.contains(view.step()) == WAY_BACK.contains(step);
    }

    private static StepLine line(MigrationStep step, CaseView view, Map<MigrationStep, Instant> done, Locale locale) {
        var at = done.get(step);
        var moment = at == null ? null : DisplayedTime.of(at, locale);
        if (isCurrent(step, view)) {
            return new StepLine(step, statusOfCurrent(view), moment);
        }
        return new StepLine(step, at == null ? Status.TO_COME : Status.DONE, moment);
    }

    private static Status statusOfCurrent(CaseView view) {
        return switch (view.situation()) {
            case STOPPED -> Status.STOPPED;
            case SUSPENDED -> Status.SUSPENDED;
            default -> Status.CURRENT;
        };
    }
}
