package io.accountmigration.campaign.readiness;

import io.accountmigration.publisher.CloudPartnerPortal;
import io.accountmigration.publisher.Publisher;
import java.util.HashSet;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads which publishers there are, a page at a time, for a report on all of them. */
@Component
class ListAccounts {

    private static final int PAGE = 1000;

    /** A longer id is refused at the start of a migration, too. */
    private static final int LONGEST_ID = 100;

    private final CloudPartnerPortal portal;
    private final ReadinessResults results;

    ListAccounts(CloudPartnerPortal portal, ReadinessResults results) {
        this.portal = portal;
        this.results = results;
    }

    /** Adds the publishers that follow; a publisher is in a report once. */
    void listMore(ReadinessReport report) {
        var page = portal.publisherIdsAfter(report.listedUpTo(), PAGE);
        var known = known(report, page);
        results.saveAll(page.stream()
                .filter(id -> id.length() <= LONGEST_ID)
                .filter(id -> !known.contains(Publisher.keyOf(id)))
                .map(report::add)
                .toList());
        report.listed(page.size() < PAGE ? null : page.get(page.size() - 1));
    }

    private HashSet<String> known(ReadinessReport report, List<String> page) {
        var keys = page.stream().map(Publisher::keyOf).toList();
        return new HashSet<>(keys.isEmpty() ? List.of() : results.findKnown(report.id(), keys));
    }
}
