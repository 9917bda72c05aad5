package io.accountmigration.system;

import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The calls that the program's interface description lists. */
final class Published {

    private Published() {}

    static SortedSet<Mapping> calls(Visitor reader) {
        var calls = new TreeSet<Mapping>();
        reader.get("/v3/api-docs").succeeded().json().path("paths").fields().forEachRemaining(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> calls.add(new Mapping(verb.toUpperCase(Locale.ROOT), path.getKey()))));
        return calls;
    }
}
