package io.accountmigration.web.migration;

import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.CaseView;
import io.accountmigration.migration.OpenTask;
import io.accountmigration.migration.UserLeftBehind;
import io.accountmigration.web.migration.MigrationResource.LeftBehind;
import io.accountmigration.web.migration.MigrationResource.Links;
import io.accountmigration.web.migration.MigrationResource.Reason;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Turns cases into what REST shows of them, in the caller's language. */
@Component
class MigrationResourceMapper {

    private final FindingTexts texts;

    MigrationResourceMapper(FindingTexts texts) {
        this.texts = texts;
    }

    MigrationResource of(CaseView view, Locale locale) {
        return new MigrationResource(
                view.publisherId(),
                view.state(),
                view.step(),
                view.stepsDone(),
                view.actors(),
                view.since(),
                view.problem()
                        .map(finding -> new Reason(finding.code().name(), texts.text(finding, locale)))
                        .orElse(null),
                view.task().map(OpenTask::url).orElse(null),
                view.usersLeftBehind().stream()
                        .map(user -> leftBehind(user, locale))
                        .toList(),
                view.startedAt(),
                view.caseId(),
                view.stopped(),
                Links.of(view.publisherId(), view.caseId()));
    }

    private LeftBehind leftBehind(UserLeftBehind user, Locale locale) {
        var finding = user.finding();
        return new LeftBehind(
                user.userId(), finding.code().name(), texts.text(finding, locale), texts.steps(finding, locale));
    }
}
