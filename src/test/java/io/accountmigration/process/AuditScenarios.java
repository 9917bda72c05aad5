package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.trail.TrailReport.BrokenTrail;
import io.accountmigration.migration.trail.TrailReport.Flaw;
import io.accountmigration.migration.trail.TrailSeal;
import io.accountmigration.migration.trail.VerifyTrails;
import io.accountmigration.program.AuditCommand;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
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
    TrailSeal trailSeal;

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

    /** The hashes can be computed by anybody; what the program adds with its key cannot. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "update migration_event set subject = 'VERIFY_MOVE' where position = 3 and migration_id = ?",
                "delete from migration_event where position > 3 and migration_id = ?",
                "delete from migration_event where position > 0 and migration_id = ?"
            })
    void aTrailThatWasWrittenAnewWithAllItsHashesIsFound(String change) {
        jdbc.update(change, theCase().id());
        chainAnew();

        assertThat(verifyTrails.of(publisherId).broken())
                .containsExactly(new BrokenTrail(publisherId, theCase().id(), lines() + 1, Flaw.SEAL_BROKEN));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "''", "last_event_hash"})
    void aSealThatTheProgramDidNotMakeIsFound(String seal) {
        jdbc.update(
                "update migration set trail_seal = " + seal + " where id = ?",
                theCase().id());

        assertBroken(lines() + 1, Flaw.SEAL_BROKEN);
    }

    @Test
    void theSealOfAnotherCaseIsFound() {
        jdbc.update(
                "update migration set trail_seal = ? where id = ?",
                trailSeal.of(UUID.randomUUID(), lines(), theCase().id().toString()),
                theCase().id());

        assertBroken(lines() + 1, Flaw.SEAL_BROKEN);
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

    private void chainAnew() {
        var last = theCase().id().toString();
        for (var line : jdbc.queryForList(
                "select * from migration_event where migration_id = ? order by position",
                theCase().id())) {
            last = EarlierDatabase.sha256(String.join(
                    "|",
                    last,
                    line.get("position").toString(),
                    line.get("type").toString(),
                    line.get("subject").toString(),
                    line.get("actor").toString(),
                    instant(line.get("happened_at")).toString()));
            jdbc.update("update migration_event set hash = ? where id = ?", last, line.get("id"));
        }
        jdbc.update(
                "update migration set event_count = ?, last_event_hash = ? where id = ?",
                lines(),
                last,
                theCase().id());
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : ((Timestamp) value).toInstant();
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
