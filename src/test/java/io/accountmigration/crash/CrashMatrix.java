package io.accountmigration.crash;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.crash.Trial.Passage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every boundary and every call that is made there against every fault. What there is comes from the models and from a
 * run without faults: nobody writes it down.
 */
final class CrashMatrix {

    private static final Path DIRECTORY = Path.of("target");

    private final Stage stage;
    private final Duration patience;
    private final int workers;
    private final Map<Way, List<Passage>> recorded = new EnumMap<>(Way.class);

    CrashMatrix(Stage stage, Duration patience, int workers) {
        this.stage = stage;
        this.patience = patience;
        this.workers = workers;
    }

    /** Walks ways without a fault; answers the boundaries of the models that none of them touches. */
    List<Boundary> record(Way... chosen) {
        new EngineRoom(stage.database()).holdEverythingBack();
        var ways = List.of(chosen);
        // Beforehand, and where there are nodes at each: what a program asks once in its life belongs to no boundary.
        var before = stage.doors().size() == 1 ? 1 : workers;
        all(Collections.nCopies(before, () -> Trial.record(stage, Way.STRAIGHT, patience)));
        var passages = all(ways.stream()
                .<Callable<List<Passage>>>map(way -> () -> Trial.record(stage, way, patience))
                .toList());
        for (int i = 0; i < passages.size(); i++) {
            recorded.put(ways.get(i), passages.get(i));
        }
        var touched = recorded.values().stream()
                .flatMap(List::stream)
                .map(Passage::boundary)
                .collect(Collectors.toCollection(HashSet::new));
        return Boundary.all().stream()
                .filter(boundary -> !touched.contains(boundary))
                .toList();
    }

    /** Every cell there is. */
    List<Cell> cells() {
        return Boundary.all().stream()
                .filter(boundary -> recorded.keySet().stream().anyMatch(way -> touches(way, boundary)))
                .flatMap(this::cellsOf)
                .toList();
    }

    private Stream<Cell> cellsOf(Boundary boundary) {
        var way = recorded.keySet().stream()
                .max(Comparator.comparing(
                                (Way candidate) -> callsOf(candidate, boundary).size())
                        .thenComparing(Comparator.comparing((Way candidate) -> touches(candidate, boundary)))
                        .thenComparing(Comparator.reverseOrder()))
                .orElseThrow();
        var calls = callsOf(way, boundary);
        var cells = new ArrayList<Cell>();
        calls.forEach((call, passage) -> Stream.of(Fault.values())
                .filter(Fault::isOfCalls)
                .filter(fault -> !fault.needsEffect() || changes(call))
                .forEach(fault -> cells.add(new Cell(way, boundary, passage, call, fault))));
        var passage = calls.entrySet().stream()
                .filter(call -> changes(call.getKey()))
                .map(Map.Entry::getValue)
                .findFirst()
                .orElse(0L);
        Stream.of(Fault.values())
                .filter(fault -> !fault.isOfCalls())
                .filter(fault -> fault != Fault.EARLY_MESSAGE || takesMessages(boundary))
                .forEach(fault -> cells.add(new Cell(way, boundary, passage, null, fault)));
        return cells.stream();
    }

    private boolean touches(Way way, Boundary boundary) {
        return recorded.get(way).stream().anyMatch(passage -> passage.boundary().equals(boundary));
    }

    /** The different calls of a boundary, and at which passage each is first made. */
    private Map<String, Long> callsOf(Way way, Boundary boundary) {
        var calls = new LinkedHashMap<String, Long>();
        var number = 0L;
        for (var passage : recorded.get(way)) {
            if (passage.boundary().equals(boundary)) {
                for (var call : passage.calls()) {
                    calls.putIfAbsent(call, number);
                }
                number++;
            }
        }
        return calls;
    }

    private static boolean changes(String call) {
        return !call.startsWith("GET ");
    }

    /** Nothing is said to a mail that is on its way, nor to whoever only looks. */
    private static boolean takesMessages(Boundary boundary) {
        return List.of("account-migration", "user-back-sync").contains(boundary.process());
    }

    /** Plays cells: those that leave the program alone first, then the kills, then the restarts of the database. */
    List<Outcome> play(List<Cell> cells) {
        var outcomes = new ArrayList<Outcome>();
        var waves = List.<Predicate<Cell>>of(
                cell -> !cell.fault().kills() && cell.fault() != Fault.DATABASE_RESTART,
                cell -> cell.fault().kills(),
                cell -> cell.fault() == Fault.DATABASE_RESTART);
        for (var wave : waves) {
            outcomes.addAll(all(cells.stream()
                    .filter(wave)
                    .<Callable<Outcome>>map(cell -> () -> Trial.play(stage, cell, patience))
                    .toList()));
        }
        return outcomes;
    }

    private <T> List<T> all(List<Callable<T>> work) {
        ExecutorService pool = Executors.newFixedThreadPool(workers);
        try {
            var results = new ArrayList<T>();
            for (var future : pool.invokeAll(work)) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        } catch (ExecutionException failed) {
            throw new AssertionError(failed.getCause());
        } finally {
            pool.shutdownNow();
        }
    }

    /** Writes the table for people and the list for programs; cells that were not played are shown as such. */
    void write(List<Outcome> outcomes, String name) {
        try {
            Files.createDirectories(DIRECTORY);
            Files.writeString(DIRECTORY.resolve(name + ".md"), table(outcomes));
            var list = outcomes.stream().map(CrashMatrix::described).toList();
            Files.writeString(
                    DIRECTORY.resolve(name + ".json"),
                    new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(list));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private String table(List<Outcome> outcomes) {
        var cells = cells();
        var played = outcomes.stream().collect(Collectors.toMap(outcome -> outcome.cell(), outcome -> outcome));
        var text = new StringBuilder("# Crash matrix\n\n");
        text.append(outcomes.size() + " of " + cells.size() + " cells played, "
                + outcomes.stream().filter(outcome -> !outcome.isGood()).count() + " with violations.\n\n");
        text.append("A cell says where the account ended and after how many seconds. `·` was not played this time,"
                + " `–` does not exist.\n\n");
        text.append("| boundary | call |");
        Stream.of(Fault.values()).forEach(fault -> text.append(' ')
                .append(fault.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '))
                .append(" |"));
        text.append("\n|").append(" --- |".repeat(2 + Fault.values().length)).append('\n');
        var rows = new TreeMap<String, Map<Fault, Cell>>();
        for (var cell : cells) {
            rows.computeIfAbsent(
                            cell.boundary() + " | " + (cell.call() == null ? "" : "`" + cell.call() + "`"),
                            row -> new EnumMap<>(Fault.class))
                    .put(cell.fault(), cell);
        }
        rows.forEach((row, byFault) -> {
            text.append("| ").append(row).append(" |");
            for (var fault : Fault.values()) {
                text.append(' ').append(shown(byFault.get(fault), played)).append(" |");
            }
            text.append('\n');
        });
        outcomes.stream()
                .filter(outcome -> !outcome.isGood())
                .forEach(outcome ->
                        text.append("\n- ").append(outcome.cell()).append(": ").append(outcome.violations()));
        return text.append('\n').toString();
    }

    private static String shown(Cell cell, Map<Cell, Outcome> played) {
        if (cell == null) {
            return "–";
        }
        var outcome = played.get(cell);
        if (outcome == null) {
            return "·";
        }
        return (outcome.isGood() ? "" : "**VIOLATED** ") + outcome.end() + " " + outcome.seconds();
    }

    private static Map<String, Object> described(Outcome outcome) {
        var cell = outcome.cell();
        var description = new LinkedHashMap<String, Object>();
        description.put("process", cell.boundary().process());
        description.put("activity", cell.boundary().activity());
        description.put("kind", cell.boundary().kind());
        description.put("call", cell.call());
        description.put("fault", cell.fault());
        description.put("way", cell.way());
        description.put("publisherId", outcome.publisherId());
        description.put("end", outcome.end());
        description.put("seconds", outcome.seconds());
        description.put("violations", outcome.violations());
        return description;
    }

    /**
     * A fixed sample: at every boundary the kill before the commit and one fault more, by turns of the transaction and of
     * a call, where possible one that changes something.
     */
    static List<Cell> sample(List<Cell> cells) {
        var byBoundary =
                cells.stream().collect(Collectors.groupingBy(Cell::boundary, TreeMap::new, Collectors.toList()));
        var chosen = new LinkedHashSet<Cell>();
        var turn = 0;
        for (var ofOne : byBoundary.values()) {
            ofOne.stream()
                    .filter(cell -> cell.fault() == Fault.KILL_BEFORE_COMMIT)
                    .forEach(chosen::add);
            var ofCalls =
                    ofOne.stream().filter(cell -> cell.fault().isOfCalls()).toList();
            var changing = ofCalls.stream().filter(cell -> changes(cell.call())).toList();
            var others = ofOne.stream()
                    .filter(cell -> !cell.fault().isOfCalls() && cell.fault() != Fault.KILL_BEFORE_COMMIT)
                    .toList();
            var more = ofCalls.isEmpty() || turn % 2 == 0 ? others : changing.isEmpty() ? ofCalls : changing;
            chosen.add(more.get(turn / 2 % more.size()));
            turn++;
        }
        return List.copyOf(chosen);
    }
}
