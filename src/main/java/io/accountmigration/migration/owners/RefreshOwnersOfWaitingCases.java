package io.accountmigration.migration.owners;

import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.Migrations;
import io.accountmigration.migration.owners.OwnerSearchWorkflow.Search;
import io.accountmigration.migration.owners.OwnerSearchWorkflow.Why;
import io.accountmigration.publisher.CloudPartnerPortalUnavailable;
import io.accountmigration.publisher.PublisherUser;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.domain.Limit;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notices without anybody's doing that an owner is none any more, or is one again: looks at a few of the cases that wait
 * for an owner, and of the publishers that had none, and at the next ones in the next run.
 */
@Component
public class RefreshOwnersOfWaitingCases {

    private static final Logger LOG = LoggerFactory.getLogger(RefreshOwnersOfWaitingCases.class);
    private static final int SEARCHES_AT_MOST = 2;

    private final Migrations migrations;
    private final ActiveOwners activeOwners;
    private final RefreshOwners refreshOwners;
    private final OwnerSearchWorkflow ownerSearchWorkflow;
    private final OwnersRefreshSettings settings;
    private final TransactionOperations transaction;
    private volatile String lastCase = "";
    private volatile int nextSearch;

    RefreshOwnersOfWaitingCases(
            Migrations migrations,
            ActiveOwners activeOwners,
            RefreshOwners refreshOwners,
            OwnerSearchWorkflow ownerSearchWorkflow,
            OwnersRefreshSettings settings,
            TransactionOperations transaction) {
        this.migrations = migrations;
        this.activeOwners = activeOwners;
        this.refreshOwners = refreshOwners;
        this.ownerSearchWorkflow = ownerSearchWorkflow;
        this.settings = settings;
        this.transaction = transaction;
    }

    /** One run. Where the portal does not answer it ends, and the next one begins behind the publisher in question. */
    public void refresh() {
        if (refreshOwners.mayAsk()) {
            refreshCases();
            endSearches();
        }
    }

    private void refreshCases() {
        var keys = migrations.findKeysWithOwnersReadBefore(
                lastCase, MigrationState.ACTION_REQUIRED, activeOwners.oldBefore(), Limit.of(settings.atMost()));
        for (var key : keys) {
            lastCase = key;
            if (!refreshOwners.renewIfItStandsStill(key)) {
                return;
            }
        }
        if (keys.size() < settings.atMost()) {
            lastCase = "";
        }
    }

    /** A publisher that could not be started for want of an owner may have no case. */
    private void endSearches() {
        var searches = ownerSearchWorkflow.underWay(nextSearch, SEARCHES_AT_MOST);
        nextSearch = searches.size() < SEARCHES_AT_MOST ? 0 : nextSearch + SEARCHES_AT_MOST;
        searches.stream()
                .filter(search -> search.why() == Why.NO_OWNER)
                .map(Search::publisherId)
                .filter(this::hasOwner)
                .forEach(publisherId ->
                        transaction.executeWithoutResult(status -> ownerSearchWorkflow.callOff(publisherId)));
    }

    private boolean hasOwner(String publisherId) {
        var living = migrations.living(publisherId);
        if (living.isPresent()) {
            return !living.get().owners().isEmpty();
        }
        try {
            return activeOwners.ask(publisherId).stream().anyMatch(PublisherUser::isActingOwner);
        } catch (CloudPartnerPortalUnavailable unavailable) {
            LOG.debug("whether {} has an owner again is looked at later", publisherId, unavailable);
            return false;
        }
    }
}
