package io.accountmigration.web.migration;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.eligibility.FixableBy;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.publisher.EmailAddress;
import io.accountmigration.publisher.PublisherPeople;
import io.accountmigration.web.WebSettings;
import io.accountmigration.web.WebappPaths;
import io.accountmigration.web.migration.CaseModel.Advice;
import io.accountmigration.web.page.DisplayedTime;
import io.accountmigration.web.page.LocalLink;
import io.accountmigration.web.page.Viewer;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Turns a case into what its page shows to this viewer. */
@Component
public class CaseModelMapper {

    private static final int SOON = 2;
    private static final int WHEN_THE_NETWORK_DECIDES = 5;

    private final FindingTexts findingTexts;
    private final MessageSource texts;
    private final WebappPaths webapp;
    private final WebSettings settings;
    private final PublisherPeople people;

    CaseModelMapper(
            FindingTexts findingTexts,
            MessageSource texts,
            WebappPaths webapp,
            WebSettings settings,
            PublisherPeople people) {
        this.settings = settings;
        this.people = people;
        this.findingTexts = findingTexts;
        this.texts = texts;
        this.webapp = webapp;
    }

    public CaseModel of(CaseView view, Viewer viewer, Locale locale) {
        var living = !view.state().isFinal();
        return new CaseModel(
                view.publisherId(),
                view.state(),
                view.situation(),
                view.state().isFinal() ? null : view.portalAccess().orElse(null),
                view.actors().stream().map(actor -> inWords(actor, locale)).toList(),
                DisplayedTime.of(view.since(), locale),
                DisplayedTime.of(view.startedAt(), locale),
                view.problem().map(finding -> advice(finding, locale)).orElse(null),
                StepLineMapper.of(view, locale),
                view.usersLeftBehind().stream()
                        .map(user -> advice(user.finding(), locale))
                        .toList(),
                taskFor(viewer, view).map(OpenTask::url).map(LocalLink::of).orElse(null),
                viewer.publisherUser()
                        && view.task().isPresent()
                        && taskFor(viewer, view).isEmpty(),
                mayChangePartnerId(view) && living && !view.isSuspended(),
                view.cancellable(),
                viewer.operator() && living ? webapp.cockpitInstance(view.processInstanceId()) : null,
                mayUsePartnerCenter(view, viewer) ? settings.partnerCenterUrl().toString() : null,
                refreshOf(view));
    }

    private boolean mayUsePartnerCenter(CaseView view, Viewer viewer) {
        return viewer.publisherUser()
                && view.state() == MigrationState.MIGRATED
                && view.problem().isEmpty()
                && people.addressOf(viewer.name())
                        .filter(address -> view.usersLeftBehind().stream()
                                .noneMatch(user -> user.finding().arguments().stream()
                                        .anyMatch(named -> EmailAddress.areSame(named, address))))
                        .isPresent();
    }

    private static boolean mayChangePartnerId(CaseView view) {
        return view.step() == MigrationStep.AWAIT_ENROLMENT
                || view.step() == MigrationStep.PROVIDE_WORK_EMAIL
                        && view.problem()
                                .filter(finding -> finding.code() == FindingCode.TENANT_MISMATCH)
                                .isPresent();
    }

    /** The open task, where this viewer is the one to do it. */
    public static Optional<OpenTask> taskFor(Viewer viewer, CaseView view) {
        return viewer.publisherUser()
                ? view.task().filter(task -> task.assignee()
                        .map(assignee -> EmailAddress.areSame(assignee, viewer.name()))
                        .orElse(true))
                : Optional.empty();
    }

    private static Integer refreshOf(CaseView view) {
        if (!view.actors().contains(CaseView.PROGRAM) || view.state() == MigrationState.ACTION_REQUIRED) {
            return null;
        }
        return view.step() == MigrationStep.AWAIT_ENROLMENT ? WHEN_THE_NETWORK_DECIDES : SOON;
    }

    private String inWords(String actor, Locale locale) {
        return switch (actor) {
            case CaseView.OPERATORS, CaseView.PROGRAM -> texts.getMessage("actor." + actor, null, locale);
            default -> actor;
        };
    }

    private Advice advice(Finding finding, Locale locale) {
        return new Advice(
                findingTexts.text(finding, locale),
                findingTexts.steps(finding, locale),
                finding.code().fixableBy() == FixableBy.NOBODY);
    }
}
