package io.accountmigration.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.Seed;
import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.web.CallRefused;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Sheets as people and spreadsheets write them: of each either exactly the accounts are read, or nothing at all. */
class MadeUpSheetsTest {

    private static final int SHEETS = 5_000;

    @Test
    void noOtherCellIsEverTakenForAnAccount() {
        var first = Seed.ofThisRun();

        var read = LongStream.range(first, first + SHEETS)
                .mapToObj(MadeUpSheet::of)
                .filter(MadeUpSheetsTest::isRead)
                .count();

        assertThat(read).as("sheets that are read").isGreaterThan(SHEETS / 2);
    }

    private static boolean isRead(MadeUpSheet sheet) {
        var accounts = accounts(sheet);
        accounts.ifPresent(found -> assertThat(found)
                .as("-Dseed=" + sheet.seed() + "\n" + sheet.text())
                .isEqualTo(sheet.accounts()));
        return accounts.isPresent();
    }

    private static Optional<List<SelectedRow>> accounts(MadeUpSheet sheet) {
        try {
            return Optional.of(SelectionFile.read(sheet.file()));
        } catch (CallRefused refused) {
            assertThat(refused.code()).isEqualTo("COLUMN_UNKNOWN");
            return Optional.empty();
        }
    }

    @Test
    void theSameSeedMakesTheSameSheet() {
        var seed = Seed.ofThisRun();

        assertThat(MadeUpSheet.of(seed)).isEqualTo(MadeUpSheet.of(seed));
    }
}
