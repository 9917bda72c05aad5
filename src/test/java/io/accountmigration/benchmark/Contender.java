package io.accountmigration.benchmark;

import io.accountmigration.system.Account;
import java.util.List;

/** One way to migrate accounts, to be measured beside others. */
interface Contender extends AutoCloseable {

    String name();

    /** Publishers that nobody used before, in the sandbox that this one talks to. */
    List<Account> accounts(int count);

    /** Migrates all of them, so many at a time, and answers how long each took in milliseconds. */
    List<Long> migrate(List<Account> accounts, int atOnce) throws Exception;

    Counts counts();

    /** The processor time that it used so far, in milliseconds. */
    long cpuMillis();

    BenchmarkDatabase database();

    @Override
    void close();
}
