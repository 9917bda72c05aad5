package io.accountmigration.benchmark;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What a case costs one contender: counts over all rounds, rates by the round. */
record Cost(
        @JsonProperty double statements,
        @JsonProperty double statementsOfEngine,
        @JsonProperty double trips,
        @JsonProperty double commits,
        @JsonProperty double jobs,
        @JsonProperty double walKilobytes,
        @JsonProperty double databaseKilobytes,
        @JsonProperty double cpuMillis,
        @JsonProperty double databaseCpuMillis,
        @JsonProperty double standInsCpuMillis,
        @JsonProperty double perSecond,
        @JsonProperty double slowestPerSecond,
        @JsonProperty double fastestPerSecond,
        @JsonProperty List<Long> millis,
        @JsonProperty Counts counts,
        @JsonProperty int cases) {

    static Cost of(List<Round> rounds, long databaseBytes) {
        var speeds = rounds.stream().map(Round::perSecond).sorted().toList();
        return new Cost(
                perCase(rounds, round -> round.counts().total(Counts.Statement::executions)),
                perCase(rounds, round -> round.counts().ofEngine(Counts.Statement::executions)),
                perCase(rounds, round -> round.counts().total(Counts.Statement::trips)),
                perCase(rounds, round -> round.counts().commits()),
                perCase(rounds, Cost::jobsDone),
                perCase(rounds, round -> round.walBytes() / 1000.0),
                databaseBytes / 1000.0,
                perCase(rounds, Round::cpuMillis),
                perCase(rounds, Round::databaseCpuMillis),
                perCase(rounds, Round::standInsCpuMillis),
                speeds.get(speeds.size() / 2),
                speeds.get(0),
                speeds.get(speeds.size() - 1),
                rounds.stream()
                        .flatMap(round -> round.millis().stream())
                        .sorted()
                        .toList(),
                rounds.stream().map(Round::counts).reduce(Counts.NONE, Counts::plus),
                rounds.stream().mapToInt(Round::cases).sum());
    }

    private static double jobsDone(Round round) {
        return round.counts().statements().entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith("delete from act_ru_job "))
                .mapToLong(entry -> entry.getValue().executions())
                .sum();
    }

    private static double perCase(List<Round> rounds, ToDoubleFunction<Round> figure) {
        return rounds.stream().mapToDouble(figure).sum()
                / rounds.stream().mapToInt(Round::cases).sum();
    }

    double seconds(double share) {
        return millis.get((int) Math.min(millis.size() - 1, Math.floor(share * millis.size()))) / 1000.0;
    }
}
