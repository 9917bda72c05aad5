package io.accountmigration.benchmark;

import io.accountmigration.system.Account;
import java.util.List;
import java.util.Locale;

/** What one contender used for some cases in a row. */
record Round(
        int cases,
        Counts counts,
        long walBytes,
        long cpuMillis,
        long databaseCpuMillis,
        long standInsCpuMillis,
        long nanos,
        List<Long> millis) {

    static Round of(Contender contender, StandIns standIns, List<Account> accounts, int atOnce) throws Exception {
        var counts = contender.counts();
        var wal = contender.database().walBytes();
        var cpu = contender.cpuMillis();
        var databaseCpu = contender.database().cpuMillis();
        var standInsCpu = standIns.cpuMillis();
        var begin = System.nanoTime();
        var millis = contender.migrate(accounts, atOnce);
        var nanos = System.nanoTime() - begin;
        return new Round(
                accounts.size(),
                contender.counts().since(counts),
                contender.database().walBytes() - wal,
                contender.cpuMillis() - cpu,
                contender.database().cpuMillis() - databaseCpu,
                standIns.cpuMillis() - standInsCpu,
                nanos,
                millis);
    }

    double perSecond() {
        return cases * 1e9 / nanos;
    }

    String inShort() {
        return String.format(
                Locale.ROOT,
                "%.1f cases/s, %.1f statements, %.1f commits, %.1f kB of WAL per case",
                perSecond(),
                counts.total(Counts.Statement::executions) / (double) cases,
                counts.commits() / (double) cases,
                walBytes / 1000.0 / cases);
    }
}
