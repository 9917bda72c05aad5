package io.accountmigration.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * What it costs to migrate an account, from the owner's start to the first comparison of its users, with 1,000 cases that
 * wait for their owners beside it. Three ways take turns: the program as it ships, the same program under the settings
 * that the engine's starter ships, and the floor. Counts come first, ratios of the same run second; the sandbox's own
 * database is not counted.
 */
@Tag("benchmark")
class MigrationBenchmark {

    private static final String BEGIN = "<!-- written by MigrationBenchmark -->";
    private static final String END = "<!-- end -->";

    private static final ToLongFunction<Counts.Statement> OF_REQUESTS = Counts.Statement::ofRequests;

    private static final int MOST_FREQUENT = 24;

    /** Calls to one system in five minutes. */
    private static final int ALLOWANCE = 450;

    private static final int FIVE_MINUTES_OF_A_DAY = 288;

    private static final int ROUNDS = Integer.getInteger("benchmark.rounds", 9);
    private static final int CASES = Integer.getInteger("benchmark.cases", 100);

    /** A virtual machine is still busy compiling for its first thousand cases, which is not what a case costs. */
    private static final int WARM_UP = Integer.getInteger("benchmark.warmUp", 1000);

    private static final int AT_ONCE = Integer.getInteger("benchmark.atOnce", 16);
    private static final int OPEN_CASES = Integer.getInteger("benchmark.openCases", 1000);

    private double openCaseKilobytes;

    @Test
    void aCaseBesideTheStockEngineAndTheFloor() throws Exception {
        say("starting");
        try (var standIns = new StandIns();
                var shipped = new MigratingProgram("shipped", standIns, List.of());
                var stock = new MigratingProgram("stock", standIns, StockEngine.ARGUMENTS)) {
            standIns.awaitReady();
            shipped.awaitReady();
            stock.awaitReady();
            try (var floor = new Floor(standIns)) {
                measure(standIns, List.of(shipped, stock), floor);
            }
        }
    }

    private void measure(StandIns standIns, List<MigratingProgram> programs, Floor floor) throws Exception {
        for (var program : programs) {
            say(program.name() + ": leaving " + OPEN_CASES + " cases open");
            var before = program.database().bytes();
            program.leaveOpen(OPEN_CASES);
            openCaseKilobytes = (program.database().bytes() - before) / 1000.0 / OPEN_CASES;
        }
        var contenders =
                Stream.concat(programs.stream(), Stream.<Contender>of(floor)).toList();
        for (var contender : contenders) {
            say(contender.name() + ": warming up");
            contender.migrate(contender.accounts(WARM_UP), AT_ONCE);
        }
        var bytesBefore = bytes(contenders);
        var callsBefore = programs.get(0).outsideCalls();
        var rounds = new TreeMap<String, List<Round>>();
        for (var number = 1; number <= ROUNDS; number++) {
            for (var contender : contenders) {
                var accounts = contender.accounts(CASES);
                var round = Round.of(contender, standIns, accounts, AT_ONCE);
                rounds.computeIfAbsent(contender.name(), name -> new ArrayList<>())
                        .add(round);
                say("round %d of %d, %s: %s".formatted(number, ROUNDS, contender.name(), round.inShort()));
            }
        }
        var bytesAfter = bytes(contenders);
        var calls = programs.get(0).outsideCalls();
        calls.forEach((system, operations) -> operations.replaceAll(
                (operation, count) -> count - callsBefore.get(system).getOrDefault(operation, 0L)));
        var costs = new LinkedHashMap<String, Cost>();
        for (var contender : contenders) {
            var name = contender.name();
            costs.put(
                    name, Cost.of(rounds.get(name), (bytesAfter.get(name) - bytesBefore.get(name)) / (ROUNDS * CASES)));
        }
        var completions = new LinkedHashMap<String, Counts>();
        for (var program : programs) {
            completions.put(program.name(), program.ofACompletion());
        }
        report(costs, ratios(rounds.get("shipped"), rounds.get("stock")), completions, calls);
        assertThat(costs.get("shipped").statements())
                .isLessThan(costs.get("stock").statements());
    }

    private static Map<String, Long> bytes(List<Contender> contenders) {
        var bytes = new LinkedHashMap<String, Long>();
        contenders.forEach(
                contender -> bytes.put(contender.name(), contender.database().bytes()));
        return bytes;
    }

    /** How many times as fast one was as the other that took its turn next to it, from the lowest to the highest. */
    private static List<Double> ratios(List<Round> ones, List<Round> others) {
        return IntStream.range(0, ones.size())
                .mapToObj(
                        round -> ones.get(round).perSecond() / others.get(round).perSecond())
                .sorted()
                .toList();
    }

    private void report(
            Map<String, Cost> costs,
            List<Double> ratios,
            Map<String, Counts> completions,
            Map<String, Map<String, Long>> calls)
            throws IOException {
        var table = new ArrayList<String>();
        table.add("| per migrated case | as shipped | stock engine | floor | shipped : stock |");
        table.add("|---|---:|---:|---:|---:|");
        table.add(line("SQL statements", costs, Cost::statements));
        table.add(line("… on the engine's tables", costs, Cost::statementsOfEngine));
        table.add(line("round trips", costs, Cost::trips));
        table.add(line("commits", costs, Cost::commits));
        table.add(line("jobs", costs, Cost::jobs));
        table.add(line("WAL, kB", costs, Cost::walKilobytes));
        table.add(line("database, kB", costs, Cost::databaseKilobytes));
        table.add(line("processor of the program, ms", costs, Cost::cpuMillis));
        table.add(line("processor of the database, ms", costs, Cost::databaseCpuMillis));
        table.add(line("processor of the stand-ins, ms", costs, Cost::standInsCpuMillis));
        table.add(line("cases per second (median of rounds)", costs, Cost::perSecond));
        table.add(line("… slowest round", costs, Cost::slowestPerSecond));
        table.add(line("… fastest round", costs, Cost::fastestPerSecond));
        table.add("| … round by round: median (lowest to highest) | | | | %s × (%s to %s) |"
                .formatted(
                        number(ratios.get(ratios.size() / 2)),
                        number(ratios.get(0)),
                        number(ratios.get(ratios.size() - 1))));
        table.add(line("p50, s", costs, cost -> cost.seconds(0.5)));
        table.add(line("p95, s", costs, cost -> cost.seconds(0.95)));
        table.add(line("p99, s", costs, cost -> cost.seconds(0.99)));
        table.add(line("completing the owner's task, SQL", completions, counts -> counts.total(OF_REQUESTS)));
        table.add(line("… on the engine's tables", completions, counts -> counts.ofEngine(OF_REQUESTS)));
        table.add("");
        table.addAll(statements(costs.get("shipped"), costs.get("stock")));
        table.add("");
        table.add("An open case takes " + number(openCaseKilobytes) + " kB of the database.");
        table.add("%d rounds of %d cases, %d at a time.".formatted(ROUNDS, CASES, AT_ONCE));
        table.add("");
        table.addAll(calls(calls));
        System.out.println(String.join(System.lineSeparator(), table));
        var directory = Files.createDirectories(Path.of("target", "benchmarks"));
        Files.write(directory.resolve("migration.md"), table);
        if (Boolean.getBoolean("write.docs")) {
            writeIntoDocs(table);
        }
        var json = new ObjectMapper().writerWithDefaultPrettyPrinter();
        json.writeValue(
                directory.resolve("migration.json").toFile(),
                Map.of("costs", costs, "ratios", ratios, "completions", completions, "calls", calls));
        for (var cost : costs.entrySet()) {
            Files.write(
                    directory.resolve("migration-" + cost.getKey() + ".txt"),
                    cost.getValue().counts().perCase(cost.getValue().cases()));
        }
    }

    /** What a case asks of each system, and how many cases a day an allowance of calls is enough for. */
    private static List<String> calls(Map<String, Map<String, Long>> calls) {
        var lines = new ArrayList<>(List.of("| calls to outside systems | per case |", "|---|---:|"));
        calls.forEach((system, operations) -> {
            lines.add("| **" + system + "** | **" + number(perCase(operations)) + "** |");
            operations.entrySet().stream()
                    .filter(operation -> operation.getValue() > 0)
                    .forEach(operation -> lines.add("| `" + operation.getKey() + "` | "
                            + number(operation.getValue() / (double) (ROUNDS * CASES)) + " |"));
        });
        var most = calls.values().stream()
                .mapToDouble(MigrationBenchmark::perCase)
                .max()
                .orElseThrow();
        lines.add("");
        lines.add("At %d calls to a system in five minutes that is %d accounts a day."
                .formatted(ALLOWANCE, Math.round(ALLOWANCE / most * FIVE_MINUTES_OF_A_DAY)));
        return lines;
    }

    private static double perCase(Map<String, Long> operations) {
        return operations.values().stream().mapToLong(Long::longValue).sum() / (double) (ROUNDS * CASES);
    }

    private static List<String> statements(Cost shipped, Cost stock) {
        var lines = new ArrayList<>(List.of("| statements per case | as shipped | stock engine |", "|---|---:|---:|"));
        var ofStock = stock.counts().byTable();
        shipped.counts().byTable().entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed())
                .limit(MOST_FREQUENT)
                .map(entry -> "| " + entry.getKey() + " | " + number(entry.getValue() / (double) shipped.cases())
                        + " | " + number(ofStock.getOrDefault(entry.getKey(), 0L) / (double) stock.cases()) + " |")
                .forEach(lines::add);
        return lines;
    }

    private static void writeIntoDocs(List<String> table) throws IOException {
        var page = Path.of("src", "site", "markdown", "performance.md");
        var text = Files.readString(page);
        var begin = text.indexOf(BEGIN) + BEGIN.length();
        Files.writeString(
                page,
                text.substring(0, begin) + "\n" + String.join("\n", table) + "\n" + text.substring(text.indexOf(END)));
    }

    private static <T> String line(String what, Map<String, T> costs, ToDoubleFunction<T> figure) {
        var shipped = figure.applyAsDouble(costs.get("shipped"));
        var stock = figure.applyAsDouble(costs.get("stock"));
        var floor = costs.containsKey("floor") ? number(figure.applyAsDouble(costs.get("floor"))) : "";
        return "| " + String.join(" | ", what, number(shipped), number(stock), floor, number(shipped / stock) + " ×")
                + " |";
    }

    private static String number(double figure) {
        return String.format(Locale.ROOT, "%.2f", figure);
    }

    private static void say(String what) {
        System.out.println("[" + java.time.LocalTime.now().withNano(0) + "] " + what);
    }
}
