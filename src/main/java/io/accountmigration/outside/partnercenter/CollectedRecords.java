package io.accountmigration.outside.partnercenter;

import io.accountmigration.partner.FeedRecord;
import io.accountmigration.partner.UserChangeFeed.Reading.Complete;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The pages of the feed read so far, each record once. */
class CollectedRecords {

    private final Map<String, AuditRecordAnswer> records = new LinkedHashMap<>();
    private final Set<Integer> totals = new HashSet<>();
    private int received;
    private int lastTotal;

    void add(FeedPage page) {
        page.items().forEach(item -> records.putIfAbsent(item.id(), item));
        received += page.items().size();
        lastTotal = page.totalCount();
        totals.add(lastTotal);
    }

    /** All records, oldest first, or nothing where they are not as many as the feed says it has. */
    Optional<Complete> complete() {
        return addsUp()
                ? Optional.of(new Complete(records.values().stream()
                        .filter(AuditRecordAnswer::isChangeOfUser)
                        .map(AuditRecordAnswer::toRecord)
                        .sorted(Comparator.comparing(FeedRecord::occurredAt))
                        .toList()))
                : Optional.empty();
    }

    /** A feed that grows while it is read shifts records from page to page: a repeated one then hides a missed one. */
    private boolean addsUp() {
        return records.size() == lastTotal || received == lastTotal && totals.size() == 1;
    }
}
