package io.accountmigration.web.file;

import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.publisher.InvisibleText;
import io.accountmigration.web.CallRefused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * A file as it reads with one delimiter; rows without content are left out.
 *
 * @param openQuote the line on which a row begins that opens a quote and never closes it, which ends the table
 */
record SelectionTable(char delimiter, List<Row> rows, OptionalInt openQuote) {

    private static final String HEADING = "publisherid";
    private static final int MOST_ROWS = 250_000;

    /** One row, with the line on which it begins; quoted cells may go over several. */
    private record Row(int line, List<String> cells) {

        static Row of(int line, CSVRecord record) {
            return new Row(line, record.stream().map(InvisibleText::trim).toList());
        }

        boolean isBlank() {
            return cells.stream().allMatch(String::isEmpty);
        }

        IntStream filled() {
            return IntStream.range(0, cells.size())
                    .filter(column -> !cells.get(column).isEmpty());
        }

        /** Where the heading stands; a quote that is left over shows that the delimiter was found inside quotes. */
        List<Integer> headings() {
            if (cells.stream()
                    .anyMatch(cell ->
                            cell.chars().filter(character -> character == '"').count() % 2 == 1)) {
                return List.of();
            }
            return IntStream.range(0, cells.size())
                    .filter(column -> isHeading(cells.get(column)))
                    .boxed()
                    .toList();
        }

        private static boolean isHeading(String cell) {
            return cell.toLowerCase(Locale.ROOT)
                    .replaceAll("[\\s\\u00A0_-]", "")
                    .equals(HEADING);
        }

        String cell(int column) {
            return column < cells.size() ? cells.get(column) : "";
        }
    }

    static void requireNotTooMany(int rows) {
        if (rows > MOST_ROWS) {
            throw CallRefused.tooLong("rows");
        }
    }

    /** @param delimiterIsNamed whether the first row does nothing but name the delimiter */
    static SelectionTable read(String content, char delimiter, boolean delimiterIsNamed) {
        var rows = new ArrayList<Row>();
        var end = 0;
        var openQuote = OptionalInt.empty();
        try (var records = format(delimiter).parse(new StringReader(content))) {
            for (var line : records) {
                var row = Row.of(end + 1, line);
                end = Math.toIntExact(records.getCurrentLineNumber());
                if (!row.isBlank()) {
                    rows.add(row);
                }
                requireNotTooMany(rows.size());
            }
        } catch (UncheckedIOException endInsideQuotes) {
            // In memory, and with trailing data allowed, nothing else can go wrong.
            openQuote = OptionalInt.of(end + 1);
        } catch (IOException unreadable) {
            throw CallRefused.notCsv();
        }
        return new SelectionTable(delimiter, delimiterIsNamed ? rows.subList(1, rows.size()) : rows, openQuote);
    }

    private static CSVFormat format(char delimiter) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setIgnoreEmptyLines(false)
                .setIgnoreSurroundingSpaces(true)
                .setTrailingData(true)
                .get();
    }

    boolean hasHeading() {
        return headings().size() == 1;
    }

    private List<Integer> headings() {
        return rows.isEmpty() ? List.of() : rows.get(0).headings();
    }

    /** Whether the delimiter divides nothing at all in the row that decides: the heading, or else any. */
    boolean isUndivided() {
        return hasHeading()
                ? rows.get(0).cells().size() == 1
                : rows.stream().allMatch(row -> row.cells().size() == 1);
    }

    boolean hasOneColumn() {
        return rows.stream().flatMapToInt(Row::filled).distinct().count() == 1;
    }

    /** The row on top, for people to recognise. */
    String firstRow() {
        return rows.isEmpty()
                ? ""
                : String.join(String.valueOf(delimiter), rows.get(0).cells());
    }

    /** What stands in the column of the accounts. */
    List<SelectedRow> accounts() {
        var heading = headings();
        var column = heading.isEmpty()
                ? rows.stream().flatMapToInt(Row::filled).findFirst().orElse(0)
                : heading.get(0);
        return rows.stream()
                .skip(heading.size())
                .map(row -> new SelectedRow(row.line(), row.cell(column)))
                .toList();
    }
}
