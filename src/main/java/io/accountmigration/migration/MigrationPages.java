package io.accountmigration.migration;

import io.accountmigration.eligibility.FindingCode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.data.domain.KeysetScrollPosition;
import org.springframework.data.domain.Limit;
import org.springframework.data.domain.ScrollPosition;
import org.springframework.data.domain.Window;
import org.springframework.stereotype.Component;

/** Reads long lists of cases page by page, newest first; an index makes every page equally fast. */
@Component
public class MigrationPages {

    private static final String STARTED_AT = "startedAt";
    private static final String ID = "id";

    /** Every entry of a list comes after it. */
    private static final Place TOP = new Place(Instant.parse("9999-12-31T00:00:00Z"), new UUID(0, 0));

    /** Where somebody is in a list: after what started then or, of several that did, has this id. */
    private record Place(Instant startedAt, UUID id) {}

    private final Migrations migrations;

    MigrationPages(Migrations migrations) {
        this.migrations = migrations;
    }

    public Window<Migration> all(ScrollPosition position, int size) {
        var place = placeOf(position);
        return window(migrations.findAfter(place.startedAt(), place.id(), oneMoreThan(size)), size);
    }

    Window<Migration> inState(MigrationState state, ScrollPosition position, int size) {
        var place = placeOf(position);
        return window(migrations.findInStateAfter(state, place.startedAt(), place.id(), oneMoreThan(size)), size);
    }

    Window<Migration> withProblem(FindingCode problem, ScrollPosition position, int size) {
        var place = placeOf(position);
        return window(
                migrations.findWithProblemAfter(problem.name(), place.startedAt(), place.id(), oneMoreThan(size)),
                size);
    }

    private static Place placeOf(ScrollPosition position) {
        if (position.isInitial()) {
            return TOP;
        }
        var keys = ((KeysetScrollPosition) position).getKeys();
        return new Place((Instant) keys.get(STARTED_AT), (UUID) keys.get(ID));
    }

    private static ScrollPosition positionOf(Migration migration) {
        return ScrollPosition.forward(Map.of(STARTED_AT, migration.startedAt(), ID, migration.id()));
    }

    private static Limit oneMoreThan(int size) {
        return Limit.of(size + 1);
    }

    private static Window<Migration> window(List<Migration> found, int size) {
        var shown = found.subList(0, Math.min(size, found.size()));
        return Window.from(shown, index -> positionOf(shown.get(index)), found.size() > size);
    }
}
