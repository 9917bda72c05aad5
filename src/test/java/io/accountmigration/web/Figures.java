package io.accountmigration.web;

import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.migration.MigrationState;
import io.accountmigration.migration.operations.EngineOperations.Cause;
import io.accountmigration.migration.operations.EngineOperations.Load;
import io.accountmigration.migration.operations.OperationsFigures;
import io.accountmigration.migration.operations.OperationsFigures.Ages;
import io.accountmigration.migration.operations.OperationsFigures.Blocker;
import io.accountmigration.migration.operations.OperationsFigures.Day;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Figures as the operators' page gets them. */
public final class Figures {

    public static final Instant COUNTED = Instant.parse("2026-03-09T12:00:00Z");

    private Figures() {}

    /** Before anything was started. */
    public static OperationsFigures none() {
        return new OperationsFigures(
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                0,
                0,
                0,
                new Load(Map.of(), 0, 0, 0, 0, 0),
                List.of(),
                COUNTED);
    }

    /** In the middle, with something of everything; the reason of the stopped step is as given. */
    public static OperationsFigures some(String reason) {
        var ages = new Ages(40, Duration.ofHours(30), Duration.ofDays(3), Duration.ofDays(9));
        return new OperationsFigures(
                Map.of(MigrationState.ACTION_REQUIRED, 40L, MigrationState.MIGRATED, 60L),
                Map.of(MigrationState.ACTION_REQUIRED, ages),
                Optional.of(ages),
                List.of(new Blocker(FindingCode.TENANT_MISMATCH, 12), new Blocker(FindingCode.NO_TENANT, 3)),
                List.of(new Day(LocalDate.of(2026, 3, 8), 20, 0), new Day(LocalDate.of(2026, 3, 9), 40, 5)),
                45,
                8.57,
                2,
                new Load(Map.of(), 3, 3, 1, 1, 1),
                List.of(new Cause(
                        "job-1", "account-migration", "Transfer users", reason, 3, COUNTED.minusSeconds(3600))),
                COUNTED);
    }
}
