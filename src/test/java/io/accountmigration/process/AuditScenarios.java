package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.trail.TrailReport.BrokenTrail;
import io.accountmigration.migration.trail.TrailReport.Flaw;
import io.accountmigration.migration.trail.VerifyTrails;
import io.accountmigration.program.AuditCommand;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

/** Somebody writes to the tables of the audit trail past the program. */
abstract class AuditScenarios extends Scenario {

    @Autowired
    VerifyTrails verifyTrails;

    @Autowired
    JdbcTemplate jdbc;

    @BeforeEach
    void aMigratedCase() {
        startAndProvide(OWNER);
    }

    @Test
    void aTrailThatNobodyTouchedIsIntact() {
        var report = verifyTrails.of(publisherId);

        assertThat(report.intact()).isTrue();
        assertThat(report.cases()).isEqualTo(1);
        assertThat(report.events()).isEqualTo(lines());
        assertThat(report.verifiedAt()).isEqualTo(clock.instant());
        assertThat(AuditCommand.tell(report)).isZero();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "subject = 'VERIFY_MOVE'",
                "actor = 'somebody'",
                "type = 'REMINDED'",
                "happened_at = happened_at + interval '1' second",
                "hash = 'ab12'"
            })
    void aChangedLineIsFound(String change) {
        jdbc.update(
                "update migration_event set " + change + " where position = 3 and migration_id = ?",
                theCase().id());

        assertBroken(3, Flaw.LINE_CHANGED);
    }

    @Test
    void aMissingLineIsFound() {
        jdbc.update(
                "delete from migration_event where position = 2 and migration_id = ?",
                theCase().id());

        assertBroken(2, Flaw.LINE_MISSING);
    }

    @Test
    void aTrailThatWasCutOffIsFound() {
        var last = lines();
        jdbc.update(
                "delete from migration_event where position = ? and migration_id = ?",
                last,
                theCase().id());

        assertBroken(last, Flaw.END_DIFFERS);
    }

    @Test
    void theVerificationOfAllCasesFindsTheOneThatIsBroken() {
        jdbc.update(
                "update migration_event set subject = 'X' where position = 1 and migration_id = ?",
                theCase().id());

        var report = verifyTrails.ofAll();

        assertThat(report.broken())
                .contains(new BrokenTrail(publisherId, theCase().id(), 1, Flaw.LINE_CHANGED));
        assertThat(report.cases()).isEqualTo(jdbc.queryForObject("select count(*) from migration", Integer.class));
        assertThat(AuditCommand.tell(report)).isEqualTo(3);
    }

    @Test
    void aPublisherWithoutACaseHasNoTrail() {
        assertThatThrownBy(() -> verifyTrails.of("nobody")).isInstanceOf(MigrationRefused.class);
    }

    private void assertBroken(int position, Flaw flaw) {
        assertThat(verifyTrails.of(publisherId).broken())
                .containsExactly(new BrokenTrail(publisherId, theCase().id(), position, flaw));
    }

    private int lines() {
        return jdbc.queryForObject(
                "select count(*) from migration_event where migration_id = ?",
                Integer.class,
                theCase().id());
    }
}
