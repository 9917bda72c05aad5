package io.accountmigration.system.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.system.Visitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;

/** The calls that the program's interface description lists. */
final class Published {

    private Published() {}

    static SortedSet<Mapping> calls(Visitor reader) {
        return calls("", reader.get("/v3/api-docs").succeeded().json());
    }

    /** The calls that the engine's own description lists, at its REST interface. */
    static SortedSet<Mapping> callsOfTheEngine() {
        try (var description = Published.class.getResourceAsStream("/openapi.json")) {
            return calls("/engine-rest", new ObjectMapper().readTree(description));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SortedSet<Mapping> calls(String base, JsonNode description) {
        var calls = new TreeSet<Mapping>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .fieldNames()
                .forEachRemaining(verb -> calls.add(new Mapping(verb.toUpperCase(Locale.ROOT), base + path.getKey()))));
        return calls;
    }
}
