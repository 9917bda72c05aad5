package io.accountmigration.web.file;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.web.CallRefused;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionFileTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso\nfabrikam",
                "contoso\r\nfabrikam\r\n",
                "\uFEFFcontoso\nfabrikam\n",
                "contoso,Contoso; Ltd\nfabrikam,x",
                "contoso;Contoso, Ltd\nfabrikam;x",
                "contoso\tContoso\nfabrikam\tx",
                "\"contoso\",x\n fabrikam ,x",
            })
    void theFirstColumnIsTakenHoweverTheFileIsWritten(String file) {
        assertThat(SelectionFile.read(file.getBytes(UTF_8)))
                .containsExactly(new SelectedRow(1, "contoso"), new SelectedRow(2, "fabrikam"));
    }

    @Test
    void aHeadingNamesTheColumn() {
        assertThat(SelectionFile.read("name;publisherId\nContoso;contoso\n\n;fabrikam\nProseware".getBytes(UTF_8)))
                .containsExactly(new SelectedRow(2, "contoso"), new SelectedRow(4, "fabrikam"), new SelectedRow(5, ""));
    }

    @Test
    void whatASpreadsheetSavesAsUnicodeTextIsRead() {
        assertThat(SelectionFile.read("\uFEFFcontoso\tx\r\n".getBytes(UTF_16LE)))
                .containsExactly(new SelectedRow(1, "contoso"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004\u0014\u0000", "contoso\u0000", "%PDF\u0001"})
    void whatIsNoTextIsRefused(String file) {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.read(file.getBytes(UTF_8)))
                .extracting(CallRefused::code)
                .isEqualTo("NOT_CSV");
    }

    @Test
    void anOpenQuoteTakesTheRestOfTheFileIntoOneRow() {
        assertThat(SelectionFile.read("contoso\n\"fabrikam\nproseware".getBytes(UTF_8)))
                .containsExactly(new SelectedRow(1, "contoso"), new SelectedRow(3, "fabrikam\nproseware"));
    }

    @Test
    void moreRowsThanThereCanBeAccountsAreRefused() {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.read("contoso\n".repeat(250_001)))
                .extracting(CallRefused::code)
                .isEqualTo("INPUT_TOO_LONG");
    }

    @Test
    void anEmptyFileHasNoRows() {
        assertThat(SelectionFile.read(new byte[0])).isEmpty();
        assertThat(SelectionFile.read("\n\n")).isEmpty();
        assertThat(SelectionFile.read("publisherId\n")).isEmpty();
    }
}
