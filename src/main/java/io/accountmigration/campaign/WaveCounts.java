package io.accountmigration.campaign;

import java.util.EnumMap;
import java.util.Map;

/** How the accounts of one wave stand at one moment. */
public final class WaveCounts {

    public static final WaveCounts EMPTY = new WaveCounts();

    private final Map<AccountState, Long> accounts = new EnumMap<>(AccountState.class);
    private long failed;
    private long late;

    void add(AccountState state, long count) {
        if (count > 0) {
            accounts.merge(state, count, Long::sum);
        }
    }

    void addFailed(long count) {
        failed += count;
    }

    void addLate(long count) {
        late += count;
    }

    Map<AccountState, Long> accounts() {
        return accounts;
    }

    public long count(AccountState state) {
        return accounts.getOrDefault(state, 0L);
    }

    /** The accounts of the wave, without those that were taken out of it. */
    public long size() {
        return accounts.values().stream().mapToLong(Long::longValue).sum() - count(AccountState.LEFT_OUT);
    }

    /** Those that count for the brake: refused, stopped at a failure, or reverted, and not yet looked at. */
    public long failed() {
        return failed;
    }

    public double failureRate() {
        return size() == 0 ? 0 : (double) failed / size();
    }

    /** Whether some wait longer than they should. */
    boolean isLate() {
        return late > 0;
    }

    /** Whether everything is started, and nothing is under way but what people keep waiting for too long. */
    public boolean isDone() {
        return count(AccountState.PLANNED) == 0
                && count(AccountState.WAITING_FOR_PEOPLE) + count(AccountState.AT_WORK) <= late;
    }

    /** Whether nothing is under way at all. */
    public boolean isSettled() {
        return isDone() && late == 0;
    }
}
