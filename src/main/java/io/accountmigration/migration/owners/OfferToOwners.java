package io.accountmigration.migration.owners;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.MigrationStep;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.followup.OwnerNotifications;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says whom a task of a case is for, and what the person has to know. */
@Component
public class OfferToOwners {

    /**
     * Whom a task is for and what its form shows.
     *
     * @param keepsInput whether the form shows what was typed last, since that can be corrected
     */
    public record Offer(
            Optional<String> assignee,
            List<String> candidates,
            String publisherId,
            String workEmail,
            boolean keepsInput,
            Optional<String> problemCode,
            Optional<String> problemText) {}

    private final Migrations migrations;
    private final RefreshOwners refreshOwners;
    private final ReassignToActiveOwner reassignToActiveOwner;
    private final FindingTexts texts;
    private final OwnerNotifications ownerNotifications;
    private final Clock clock;

    OfferToOwners(
            Migrations migrations,
            RefreshOwners refreshOwners,
            ReassignToActiveOwner reassignToActiveOwner,
            FindingTexts texts,
            OwnerNotifications ownerNotifications,
            Clock clock) {
        this.migrations = migrations;
        this.refreshOwners = refreshOwners;
        this.reassignToActiveOwner = reassignToActiveOwner;
        this.texts = texts;
        this.ownerNotifications = ownerNotifications;
        this.clock = clock;
    }

    /** Lets the case wait for an owner at this task; an owner who has left since the last task gets a mail. */
    @Transactional
    public Offer offer(String processInstanceId, MigrationStep task) {
        var migration = migrations.ofInstance(processInstanceId);
        refreshOwners.inJob(migration);
        migration.awaitOwner(task, clock.instant());
        var assignee = reassignToActiveOwner.choose(migration, Optional.empty());
        if (assignee.isPresent()) {
            ownerNotifications.ofNewTask(migration);
        }
        return new Offer(
                assignee,
                migration.coOwners(),
                migration.publisherId(),
                migration.offeredAddress(),
                migration
                        .problem()
                        .filter(finding -> finding.code() == FindingCode.EMAIL_INVALID)
                        .isPresent(),
                migration.problem().map(finding -> finding.code().name()),
                migration.problem().map(finding -> texts.text(finding, migration.language())));
    }
}
