package io.accountmigration.system.rights;

import io.accountmigration.system.Reply;
import io.accountmigration.system.Role;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was seen of every role at every call: the right, and the status that was answered. */
final class RightsTable {

    private static final Path DIRECTORY = Path.of("target");

    private static final String TITLE = "# Who may do what: every role, every endpoint, every verb\n\n"
            + "A cell says what was expected and the status that was answered; `·` was not tried here.\n\n";

    private final SortedMap<Mapping, Map<Role, String>> seen = new TreeMap<>();
    private final List<String> wrong = new ArrayList<>();

    /** Everything that went another way than it should. */
    List<String> wrong() {
        return wrong;
    }

    synchronized void note(Mapping call, Role role, Right right, Reply reply) {
        var cell = right.words() + " " + reply.status();
        seen.computeIfAbsent(call, any -> new EnumMap<>(Role.class)).put(role, cell);
    }

    synchronized void complain(String what) {
        wrong.add(what);
    }

    /** Each test keeps a table of its own, so that the full one is not overwritten. */
    void write(String name) {
        var head =
                "| verb | path | " + joined(Role::words) + " |\n" + "| --- ".repeat(2 + Role.values().length) + "|\n";
        var rows = seen.entrySet().stream()
                .map(row -> "| " + row.getKey().verb() + " | `" + row.getKey().path() + "` | "
                        + joined(role -> row.getValue().getOrDefault(role, "·")) + " |\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(DIRECTORY.resolve(name + ".md"), TITLE + head + rows);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String joined(Function<Role, String> cell) {
        return Stream.of(Role.values()).map(cell).collect(Collectors.joining(" | "));
    }
}
