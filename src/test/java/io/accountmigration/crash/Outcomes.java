package io.accountmigration.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What became of the cells of a matrix: a table for people and a list for programs, both written again after every cell,
 * so that a run that is cut keeps what it had.
 */
final class Outcomes {

    private static final Logger LOG = LoggerFactory.getLogger(Outcomes.class);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path DIRECTORY = Path.of("target");

    private final List<Cell> cells;
    private final Path table;
    private final Path list;
    private final Map<String, Outcome> byCell = new TreeMap<>();

    private Outcomes(String name, List<Cell> cells) {
        this.cells = cells;
        this.table = DIRECTORY.resolve(name + ".md");
        this.list = DIRECTORY.resolve(name + ".json");
    }

    static Outcomes of(String name, List<Cell> cells) {
        return new Outcomes(name, cells);
    }

    /** Goes on where an earlier run was cut. */
    static Outcomes goingOn(String name, List<Cell> cells) {
        var outcomes = new Outcomes(name, cells);
        if (Files.exists(outcomes.list)) {
            try {
                var names = cells.stream().map(Cell::toString).collect(Collectors.toSet());
                Stream.of(JSON.readValue(outcomes.list.toFile(), Outcome[].class))
                        .filter(outcome -> names.contains(outcome.cell()))
                        .forEach(outcome -> outcomes.byCell.put(outcome.cell(), outcome));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return outcomes;
    }

    synchronized Outcome add(Outcome outcome) {
        byCell.put(outcome.cell(), outcome);
        LOG.info(
                "{} of {}: {} ended as {} after {} s {}",
                byCell.size(),
                cells.size(),
                outcome.cell(),
                outcome.end(),
                outcome.seconds(),
                outcome.violations());
        write();
        return outcome;
    }

    /** Whether a cell was played and nothing was wrong with it. */
    boolean hasGood(Cell cell) {
        var outcome = byCell.get(cell.toString());
        return outcome != null && outcome.wasGood();
    }

    Collection<Outcome> all() {
        return byCell.values();
    }

    private void write() {
        try {
            Files.writeString(table, text());
            JSON.writerWithDefaultPrettyPrinter().writeValue(list.toFile(), byCell.values());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String text() {
        var violated = all().stream().filter(outcome -> !outcome.wasGood()).toList();
        var text = new StringBuilder("# Crash matrix\n\n");
        text.append(
                byCell.size() + " of " + cells.size() + " cells played, " + violated.size() + " with violations.\n\n");
        text.append("A cell says where the account ended and after how many seconds. `·` was not played this time,"
                + " `–` does not exist.\n\n");
        text.append("| boundary | call |"
                + row(fault -> fault.name().toLowerCase(Locale.ROOT).replace('_', ' ')));
        text.append("| --- | --- |" + row(fault -> "---"));
        rows().forEach((name, row) -> text.append("| " + name + " |" + row(fault -> shown(row.get(fault)))));
        violated.forEach(outcome -> text.append("\n- " + outcome.cell() + ": " + outcome.violations()));
        return text.append('\n').toString();
    }

    private Map<String, Map<Fault, Cell>> rows() {
        return cells.stream()
                .collect(Collectors.groupingBy(
                        cell -> cell.boundary() + " | " + (cell.call() == null ? "" : "`" + cell.call() + "`"),
                        TreeMap::new,
                        Collectors.toMap(
                                Cell::fault, cell -> cell, (one, other) -> one, () -> new EnumMap<>(Fault.class))));
    }

    private static String row(java.util.function.Function<Fault, String> cell) {
        return Arrays.stream(Fault.values())
                        .map(fault -> " " + cell.apply(fault) + " |")
                        .collect(Collectors.joining()) + "\n";
    }

    private String shown(Cell cell) {
        if (cell == null) {
            return "–";
        }
        var outcome = byCell.get(cell.toString());
        if (outcome == null) {
            return "·";
        }
        return (outcome.wasGood() ? "" : "**VIOLATED** ") + outcome.end() + " " + outcome.seconds();
    }
}
