package io.accountmigration.migration;

import io.accountmigration.migration.owners.OwnerSearchWorkflow;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The operators' searches for owners, held in memory: at most one for each publisher. */
class InMemoryOwnerSearch implements OwnerSearchWorkflow {

    private final Map<String, Search> searches = new LinkedHashMap<>();
    private final Clock clock;

    InMemoryOwnerSearch(Clock clock) {
        this.clock = clock;
    }

    void clear() {
        searches.clear();
    }

    Optional<Why> whyFor(String publisherId) {
        return Optional.ofNullable(searches.get(Migration.keyOf(publisherId))).map(Search::why);
    }

    @Override
    public void open(String publisherId, Why why) {
        searches.putIfAbsent(
                Migration.keyOf(publisherId), new Search(publisherId, why, "/tasks/" + publisherId, clock.instant()));
    }

    @Override
    public void callOff(String publisherId) {
        searches.remove(Migration.keyOf(publisherId));
    }

    @Override
    public List<Search> underWay(int first, int atMost) {
        return searches.values().stream().skip(first).limit(atMost).toList();
    }
}
