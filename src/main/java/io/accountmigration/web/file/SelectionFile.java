package io.accountmigration.web.file;

import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.web.CallRefused;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads accounts from a file as spreadsheets write it: with commas, semicolons or tabs, with or without a byte-order
 * mark and a heading. The accounts stand in the column that the heading calls so, else in the first.
 */
public final class SelectionFile {

    private static final Set<String> HEADINGS = Set.of("publisherid", "publisher_id", "publisher id");

    private static final int MOST_ROWS = 250_000;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SelectionFile() {}

    /**
     * The rows that say something, each with its line.
     *
     * @throws CallRefused when the file is no text, or has more rows than there can be accounts
     */
    public static List<SelectedRow> read(byte[] file) {
        return read(new String(file, encodingOf(file)));
    }

    /** As above, for what somebody has typed or pasted. */
    public static List<SelectedRow> read(String text) {
        var content = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        if (content.chars().anyMatch(SelectionFile::isNoText)) {
            throw CallRefused.notCsv();
        }
        var rows = new ArrayList<SelectedRow>();
        var column = 0;
        var first = true;
        try (var records = format(content).parse(new StringReader(content))) {
            for (var line : records) {
                if (first && headingIn(line) >= 0) {
                    column = headingIn(line);
                } else if (!isBlank(line)) {
                    rows.add(new SelectedRow(Math.toIntExact(records.getCurrentLineNumber()), cell(line, column)));
                }
                first = false;
                if (rows.size() > MOST_ROWS) {
                    throw CallRefused.tooLong("rows");
                }
            }
        } catch (IOException | UncheckedIOException | IllegalStateException unreadable) {
            throw CallRefused.notCsv();
        }
        return rows;
    }

    private static boolean isNoText(int character) {
        return character < ' ' && character != '\t' && character != '\r' && character != '\n';
    }

    private static Charset encodingOf(byte[] file) {
        if (file.length > 1 && (file[0] & 0xFF) == 0xFF && (file[1] & 0xFF) == 0xFE) {
            return StandardCharsets.UTF_16LE;
        }
        return StandardCharsets.UTF_8;
    }

    private static CSVFormat format(String content) {
        return CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiterIn(content))
                .setIgnoreEmptyLines(true)
                .setIgnoreSurroundingSpaces(true)
                .setLenientEof(true)
                .setTrailingData(true)
                .get();
    }

    /** What first divides the first line; a publisher's id contains none of the three. */
    private static char delimiterIn(String content) {
        var first = content.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return (char) first.chars()
                .filter(character -> character == ';' || character == '\t' || character == ',')
                .findFirst()
                .orElse(',');
    }

    private static int headingIn(CSVRecord line) {
        for (var column = 0; column < line.size(); column++) {
            if (HEADINGS.contains(line.get(column).strip().toLowerCase(Locale.ROOT))) {
                return column;
            }
        }
        return -1;
    }

    private static boolean isBlank(CSVRecord line) {
        return line.stream().allMatch(String::isBlank);
    }

    private static String cell(CSVRecord line, int column) {
        return column < line.size() ? line.get(column) : "";
    }
}
