package io.accountmigration.crash;

import io.accountmigration.crash.Trial.Passage;
import io.accountmigration.crash.Trial.Recording;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
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

    /** A job that stands still keeps its thread, of which a program has a few more. */
    private static final int JOBS_AT_ONCE = 6;

    private static final int ATTEMPTS = 5;

    private final Stage stage;
    private final Duration patience;
    private final int workers;
    private final Map<Way, Recording> recorded = new EnumMap<>(Way.class);

    CrashMatrix(Stage stage, Duration patience, int workers) {
        this.stage = stage;
        this.patience = patience;
        this.workers = workers;
    }

    /** Walks ways without a fault; answers the boundaries of the models that none of them touches. */
    List<Boundary> record(Way... chosen) {
        new EngineObserver(stage.database()).holdEverythingBack();
        var ways = List.of(chosen);
        // Beforehand, and where there are nodes at each: what a program asks once in its life belongs to no boundary.
        var before = stage.endpoints().size() == 1 ? 1 : workers;
        all(Collections.nCopies(before, () -> Trial.record(stage, Way.STRAIGHT, patience)));
        var recordings = all(ways.stream()
                .<Callable<Recording>>map(way -> () -> Trial.record(stage, way, patience))
                .toList());
        for (int i = 0; i < recordings.size(); i++) {
            recorded.put(ways.get(i), recordings.get(i));
        }
        var touched = recorded.values().stream()
                .flatMap(recording -> recording.passages().stream())
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
        return recorded.get(way).passages().stream()
                .anyMatch(passage -> passage.boundary().equals(boundary));
    }

    /** The different calls of a boundary, and at which passage each is first made. */
    private Map<String, Long> callsOf(Way way, Boundary boundary) {
        var calls = new LinkedHashMap<String, Long>();
        var number = 0L;
        for (var passage : recorded.get(way).passages()) {
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

    /** A mail that is being sent needs no answer, nor does a read. */
    private static boolean takesMessages(Boundary boundary) {
        return List.of("account-migration", "migration-campaign", "user-back-sync")
                .contains(boundary.process());
    }

    /** Plays cells: those that leave the program alone first, then the kills, then the restarts of the database. */
    void play(List<Cell> cells, Outcomes outcomes) {
        playAtOnce(cells, cell -> !cell.fault().kills() && !cell.fault().restarts(), outcomes);
        playAtOnce(cells, cell -> cell.fault().kills(), outcomes);
        var restarts = cells.stream().filter(cell -> cell.fault().restarts()).toList();
        var atOnce = Math.min(JOBS_AT_ONCE, workers);
        for (int from = 0; from < restarts.size(); from += atOnce) {
            var some = restarts.subList(from, Math.min(from + atOnce, restarts.size()));
            var gathering = new Gathering(some.size(), stage::restartDatabase);
            all(some.stream()
                    .<Callable<Outcome>>map(
                            cell -> () -> outcomes.add(trial(cell).sharing(gathering)))
                    .toList());
        }
    }

    private void playAtOnce(List<Cell> cells, Predicate<Cell> which, Outcomes outcomes) {
        all(cells.stream()
                .filter(which)
                .<Callable<Outcome>>map(cell -> () -> outcomes.add(playUntilTheFaultHappens(cell)))
                .toList());
    }

    private Outcome playUntilTheFaultHappens(Cell cell) {
        var outcome = trial(cell).play();
        for (int time = 1; time < ATTEMPTS && outcome.provedNothing(); time++) {
            outcome = trial(cell).play();
        }
        return outcome;
    }

    private Trial trial(Cell cell) {
        return new Trial(stage, cell, recorded.get(cell.way()), patience);
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

    /**
     * A fixed sample: at every boundary the kill before the commit, and at every second one another fault, each in its
     * turn, where possible of a call that changes something.
     */
    static List<Cell> sample(List<Cell> cells) {
        var byBoundary =
                cells.stream().collect(Collectors.groupingBy(Cell::boundary, TreeMap::new, Collectors.toList()));
        var chosen = new ArrayList<Cell>();
        var turns = new ArrayDeque<>(EnumSet.complementOf(EnumSet.of(Fault.KILL_BEFORE_COMMIT)));
        var isTurn = false;
        for (var ofOne : byBoundary.values()) {
            ofOne.stream()
                    .filter(cell -> cell.fault() == Fault.KILL_BEFORE_COMMIT)
                    .forEach(chosen::add);
            isTurn = !isTurn;
            if (isTurn) {
                var another = turns.stream()
                        .flatMap(fault -> ofOne.stream()
                                .filter(cell -> cell.fault() == fault)
                                .min(Comparator.comparing(cell -> cell.call() != null && !changes(cell.call())))
                                .stream())
                        .findFirst()
                        .orElseThrow();
                turns.remove(another.fault());
                turns.addLast(another.fault());
                chosen.add(another);
            }
        }
        return chosen;
    }
}
