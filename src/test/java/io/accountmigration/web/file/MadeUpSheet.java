package io.accountmigration.web.file;

import io.accountmigration.campaign.readiness.SelectedRow;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A sheet with a column of accounts among others.
 *
 * @param accounts what has to be read from it, if anything is
 */
record MadeUpSheet(long seed, String text, String encoding, List<SelectedRow> accounts) {

    private static final List<String> DELIMITERS = List.of(",", ";", "\t", "|");
    private static final List<String> HEADINGS = List.of("publisherId", "Publisher ID", "PUBLISHER_ID", "publisher-id");
    private static final List<String> OTHER_HEADINGS =
            List.of("name", "name, first", "remark; old", "Owner", "two\nlines");
    private static final List<String> OTHER_CELLS =
            List.of("x", "", "Contoso, Ltd", "Contoso; Ltd", "a \"good\" one", "two\nlines", "12", "contoso-old");
    private static final List<String> EDGES = List.of("", "", "", " ", "\u00A0", "\u200B", "\uFEFF");
    private static final List<String> BLANK_CELLS = List.of("", "", " ", "\u00A0");

    static MadeUpSheet of(long seed) {
        return new Writer(seed).sheet();
    }

    byte[] file() {
        return text.getBytes(Charset.forName(encoding));
    }

    private static final class Writer {

        private final long seed;
        private final Random random;
        private final String delimiter;
        private final String lineEnd;
        private final boolean quotesAll;
        private final int columns;
        private final int accountColumn;
        private final StringBuilder text = new StringBuilder();
        private final List<SelectedRow> accounts = new ArrayList<>();
        private int line = 1;

        private Writer(long seed) {
            this.seed = seed;
            random = new Random(seed);
            random.nextLong();
            delimiter = any(DELIMITERS);
            lineEnd = random.nextBoolean() ? "\n" : "\r\n";
            quotesAll = random.nextInt(4) == 0;
            columns = 1 + random.nextInt(4);
            accountColumn = random.nextInt(columns);
        }

        private MadeUpSheet sheet() {
            var utf16 = random.nextInt(5) == 0;
            if (utf16 || random.nextInt(3) == 0) {
                text.append('\uFEFF');
            }
            blankRows();
            if (delimiter.equals("|") || random.nextInt(3) == 0) {
                append("sep=" + delimiter);
                blankRows();
            }
            row(any(HEADINGS), OTHER_HEADINGS);
            for (var account = 0; account < 1 + random.nextInt(5); account++) {
                if (random.nextInt(5) == 0) {
                    blankRows();
                }
                accounts.add(new SelectedRow(line, "contoso-" + account));
                row("contoso-" + account, OTHER_CELLS);
            }
            var encoding = utf16 ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_8;
            return new MadeUpSheet(seed, text.toString(), encoding.name(), accounts);
        }

        private void row(String own, List<String> others) {
            var cells = Stream.iterate(0, column -> column + 1)
                    .limit(columns)
                    .map(column -> column == accountColumn ? any(EDGES) + own + any(EDGES) : any(others))
                    .map(this::written)
                    .toList();
            append(String.join(delimiter, cells));
        }

        /** Some programs forget to put quotes around what holds another delimiter than their own. */
        private String written(String cell) {
            var needsQuotes = cell.contains(delimiter) || cell.contains("\n") || cell.contains("\"");
            return needsQuotes || quotesAll ? "\"" + cell.replace("\"", "\"\"") + "\"" : cell;
        }

        private void blankRows() {
            for (var row = 0; row < random.nextInt(3); row++) {
                append(delimiter.repeat(random.nextInt(columns)) + any(BLANK_CELLS));
            }
        }

        private void append(String row) {
            text.append(row).append(lineEnd);
            line += (int)
                    (row + lineEnd).chars().filter(letter -> letter == '\n').count();
        }

        private <T> T any(List<T> all) {
            return all.get(random.nextInt(all.size()));
        }
    }
}
