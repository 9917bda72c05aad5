package io.accountmigration.web.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

    @Test
    void cellsAreQuotedOnlyWhereTheyMustBe() {
        assertThat(Csv.line(List.of("plain", "a,b", "say \"x\"", "two\nlines", "")))
                .isEqualTo("plain,\"a,b\",\"say \"\"x\"\"\",\"two\nlines\",\r\n");
    }

    @Test
    void cellsWithoutAValueStayEmpty() {
        assertThat(Csv.line(Arrays.asList("publisher", null, "", null))).isEqualTo("publisher,,,\r\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a;=1+1;b      | a;'=1+1;b",
                "a;-1          | a;'-1",
                "a;\t=1       | a;'\t'=1",
                "x;=A();y;@b   | x;'=A();y;'@b",
                "＝1           | '＝1",
                "a;＠b         | a;'＠b",
                "a; b          | a; b",
                "a-b=c@d       | a-b=c@d",
            })
    void noPartOfACellIsAFormulaWhereASpreadsheetSplitsAtSemicolons(String cell, String written) {
        assertThat(Csv.line(List.of(cell.replace("\\t", "\t")))).isEqualTo(written.replace("\\t", "\t") + "\r\n");
    }

    @Test
    void norWhereItTakesQuotesAndLinesForItsOwn() {
        assertThat(Csv.line(List.of("a;\"=1\"", "two\n=lines"))).isEqualTo("\"a;\"\"'=1\"\"\",\"two\n'=lines\"\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\tx"})
    void noCellIsAFormula(String cell) {
        assertThat(Csv.line(List.of(cell))).isEqualTo("'" + cell + "\r\n");
    }
}
