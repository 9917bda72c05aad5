package io.accountmigration.web.file;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.web.CallRefused;
import java.nio.charset.Charset;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SelectionFileTest {

    static Stream<Arguments> filesOfContosoAndFabrikam() {
        return Stream.of(
                // One column needs no heading.
                arguments("contoso\nfabrikam", 1, 2),
                arguments("contoso\r\nfabrikam\r\n", 1, 2),
                arguments("\uFEFFcontoso\nfabrikam\n", 1, 2),
                arguments("\uFEFF\"contoso\"\n fabrikam ", 1, 2),
                arguments("contoso;;\nfabrikam;;", 1, 2),
                arguments(";contoso\n;fabrikam", 1, 2),
                arguments("sep=;\ncontoso;\nfabrikam", 2, 3),
                arguments("publisherId\ncontoso\n\n\nfabrikam", 2, 5),
                // A heading names the column, whatever divides it.
                arguments("name;publisherId\nContoso, Ltd;contoso\nFabrikam;fabrikam", 2, 3),
                arguments("publisherId,name\ncontoso,\"Contoso; Ltd\"\nfabrikam,x", 2, 3),
                arguments("Publisher ID\tname\ncontoso\tContoso\nfabrikam\tx", 2, 3),
                arguments("PUBLISHER_ID;x\ncontoso;y\nfabrikam;z", 2, 3),
                arguments("publisher-id;x\ncontoso;y\nfabrikam;z", 2, 3),
                arguments("\"name, first\";\"publisherId\"\nContoso;contoso\nFabrikam;fabrikam", 2, 3),
                arguments("name, first;publisherId\nContoso;contoso\nFabrikam;fabrikam", 2, 3),
                arguments("\"a;b\",publisherId\nContoso;x,contoso\nFabrikam,fabrikam", 2, 3),
                arguments("\"two\nlines\";publisherId\nContoso;contoso\nFabrikam;fabrikam", 3, 4),
                arguments("name;publisherId\n\"Contoso\nLtd\";contoso\nFabrikam;fabrikam", 2, 4),
                arguments("\u00A0publisherId\u200B;name\n\u00A0contoso\u00A0;x\n\u200Bfabrikam\uFEFF;y", 2, 3),
                // Rows without content above it mean nothing.
                arguments("\n;;\n \u00A0;\nname;publisherId\nContoso;contoso\nFabrikam;fabrikam", 5, 6),
                // A delimiter that is named is obeyed, also where another one would divide the heading.
                arguments("sep=;\npublisherId;name, first\ncontoso;x\nfabrikam;y", 3, 4),
                arguments("\uFEFFsep=;\r\nname;publisherId\r\nx;contoso\r\ny;fabrikam", 3, 4),
                arguments("\"sep=,\"\nname,publisherId\nx,contoso\ny,fabrikam", 3, 4),
                arguments("SEP=\t\nname\tpublisherId\nx\tcontoso\ny\tfabrikam", 3, 4),
                arguments("sep=|\nname|publisherId\nx|contoso\ny|fabrikam", 3, 4),
                arguments("\nsep=;\n\nname;publisherId\nx;contoso\ny;fabrikam", 5, 6));
    }

    @ParameterizedTest
    @MethodSource("filesOfContosoAndFabrikam")
    void theAccountsAreFoundHoweverTheFileIsWritten(String file, int firstLine, int secondLine) {
        var accounts = List.of(new SelectedRow(firstLine, "contoso"), new SelectedRow(secondLine, "fabrikam"));

        assertThat(SelectionFile.read(file)).isEqualTo(accounts);
        assertThat(SelectionFile.read(file.getBytes(UTF_8))).isEqualTo(accounts);
        if (file.startsWith("\uFEFF")) {
            assertThat(SelectionFile.read(file.getBytes(UTF_16LE))).isEqualTo(accounts);
            assertThat(SelectionFile.read(file.getBytes(UTF_16BE))).isEqualTo(accounts);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "contoso,Contoso; Ltd\nfabrikam,x",
                "contoso;Contoso, Ltd\nfabrikam;x",
                "contoso\tContoso\nfabrikam\tx",
                "contoso, fabrikam",
                "Name;Account\nContoso;contoso",
                "name;publisherId,x\nContoso;contoso",
                "publisherId;publisher_id\ncontoso;fabrikam",
                "publisherId;a,publisherId\ncontoso;fabrikam",
                "x,\"a;publisherId;b\"\nContoso,contoso",
                "sep=,\nname;publisherId,x\nContoso;contoso,y",
                "Accounts of March\nname;publisherId\nContoso;contoso",
                "contoso;\n;fabrikam"
            })
    void aColumnIsNeverGuessed(String file) {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.read(file))
                .extracting(CallRefused::code)
                .isEqualTo("COLUMN_UNKNOWN");
    }

    @Test
    void rowsWithoutAnAccountAreKeptForTheirLine() {
        assertThat(SelectionFile.read("name;publisherId\nContoso;contoso\n\n;fabrikam\nProseware".getBytes(UTF_8)))
                .containsExactly(new SelectedRow(2, "contoso"), new SelectedRow(4, "fabrikam"), new SelectedRow(5, ""));
    }

    @Test
    void namesInTheEncodingOfWesternEuropeDoNotMatter() {
        var file = "name;publisherId\nCafé Zoë;contoso\n".getBytes(Charset.forName("windows-1252"));

        assertThat(SelectionFile.read(file)).containsExactly(new SelectedRow(2, "contoso"));
    }

    @Test
    void whatIsInvisibleInsideStaysForTheRefusalToName() {
        assertThat(SelectionFile.read("con\u200Btoso")).containsExactly(new SelectedRow(1, "con\u200Btoso"));
    }

    @Test
    void whatASpreadsheetSavesAsUnicodeTextIsRead() {
        assertThat(SelectionFile.read("\uFEFFpublisherId\tname\r\ncontoso\tx\r\n".getBytes(UTF_16LE)))
                .containsExactly(new SelectedRow(2, "contoso"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PK\u0003\u0004\u0014\u0000", "contoso\u0000", "%PDF\u0001"})
    void whatIsNoTextIsRefused(String file) {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.read(file.getBytes(UTF_8)))
                .extracting(CallRefused::code)
                .isEqualTo("NOT_CSV");
    }

    static Stream<Arguments> filesWithAnOpenQuote() {
        return Stream.of(
                arguments("\"contoso\nfabrikam", "1"),
                arguments("contoso\n\"fabrikam\nproseware", "2"),
                arguments("publisherId,name\ncontoso,\"a\nfabrikam,b\nlitware,c\n", "2"),
                arguments("publisherId;name\ncontoso;a\n\nfabrikam;\"b\nlitware;c", "4"),
                arguments("sep=|\npublisherId|name\ncontoso|\"a\nfabrikam|b", "3"),
                arguments("name;publisherId\n\"Contoso\nLtd\";contoso\n\"Fabrikam;fabrikam", "4"),
                arguments("publisherId;\"name\ncontoso;a", "1"),
                arguments("contoso;\"a\nfabrikam;b", "1"));
    }

    /** All that follows it would be read as one cell. */
    @ParameterizedTest
    @MethodSource("filesWithAnOpenQuote")
    void aQuoteThatNeverClosesIsRefusedWithItsLine(String file, String line) {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.read(file.getBytes(UTF_8)))
                .satisfies(refused -> assertThat(refused.code()).isEqualTo("QUOTE_NOT_CLOSED"))
                .satisfies(refused -> assertThat(refused.subject()).isEqualTo(line));
    }

    @Test
    void aQuoteInsideACellIsPartOfIt() {
        assertThat(SelectionFile.read("name;publisherId\nPipes 3\" wide;contoso\nRods;fabrikam"))
                .containsExactly(new SelectedRow(2, "contoso"), new SelectedRow(3, "fabrikam"));
    }

    @Test
    void moreRowsThanThereCanBeAccountsAreRefused() {
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.read("contoso\n".repeat(250_001)))
                .extracting(CallRefused::code)
                .isEqualTo("INPUT_TOO_LONG");
        assertThatExceptionOfType(CallRefused.class)
                .isThrownBy(() -> SelectionFile.of(Collections.nCopies(250_001, "contoso")))
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
