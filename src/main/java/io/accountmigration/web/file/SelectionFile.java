package io.accountmigration.web.file;

import io.accountmigration.campaign.readiness.SelectedRow;
import io.accountmigration.web.CallRefused;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Reads accounts from a file as spreadsheets write it. The accounts stand in the column that the heading calls so; without
 * such a heading only one column may hold anything. Which column is meant is never guessed.
 */
public final class SelectionFile {

    /** What spreadsheets write on top to name their delimiter, which is no part of an id. */
    private static final Pattern NAMED_DELIMITER = Pattern.compile("(?i)\"?sep=([\t[^\\p{Alnum}\\s\"._-]])\"? *");

    private static final char BYTE_ORDER_MARK = '\uFEFF';
    private static final List<Character> DELIMITERS = List.of(',', ';', '\t');

    private SelectionFile() {}

    /**
     * The rows that say something, each with the line on which it begins.
     *
     * @throws CallRefused when the file is no text, does not say in which column the accounts stand, or has more rows than
     *     there can be accounts
     */
    public static List<SelectedRow> read(byte[] file) {
        return read(SpreadsheetDecoder.of(file));
    }

    /**
     * The rows of a list that a program has sent, each with its place.
     *
     * @throws CallRefused when there are more than a file may have
     */
    public static List<SelectedRow> of(List<String> accounts) {
        SelectionTable.requireNotTooMany(accounts.size());
        return IntStream.range(0, accounts.size())
                .mapToObj(place -> new SelectedRow(place + 1, accounts.get(place)))
                .toList();
    }

    /** As above, for what somebody has typed or pasted. */
    public static List<SelectedRow> read(String typed) {
        var text = !typed.isEmpty() && typed.charAt(0) == BYTE_ORDER_MARK ? typed.substring(1) : typed;
        if (text.chars().anyMatch(SelectionFile::isNoText)) {
            throw CallRefused.notCsv();
        }
        var named = namedDelimiter(text);
        var tables = named.map(List::of).orElse(DELIMITERS).stream()
                .map(delimiter -> SelectionTable.read(text, delimiter, named.isPresent()))
                .toList();
        var table = chosen(tables);
        table.map(List::of).orElse(tables).stream()
                .flatMapToInt(read -> read.openQuote().stream())
                .findFirst()
                .ifPresent(line -> {
                    throw CallRefused.quoteNotClosed(line);
                });
        return table.orElseThrow(() -> CallRefused.columnUnknown(tables.get(0).firstRow()))
                .accounts();
    }

    private static Optional<SelectionTable> chosen(List<SelectionTable> tables) {
        var withHeading = tables.stream().filter(SelectionTable::hasHeading).toList();
        if (!withHeading.isEmpty()) {
            var sure = withHeading.size() == 1 || withHeading.stream().allMatch(SelectionTable::isUndivided);
            return sure ? Optional.of(withHeading.get(0)) : Optional.empty();
        }
        var divided = tables.stream().filter(table -> !table.isUndivided()).toList();
        if (divided.isEmpty()
                && tables.stream().allMatch(table -> table.openQuote().isEmpty())) {
            return Optional.of(tables.get(0));
        }
        return divided.size() == 1
                ? Optional.of(divided.get(0)).filter(SelectionTable::hasOneColumn)
                : Optional.empty();
    }

    private static Optional<Character> namedDelimiter(String text) {
        return text.lines()
                // Above it may stand rows without content, in which delimiters are all there is.
                .filter(line -> line.codePoints().anyMatch(Character::isLetterOrDigit))
                .findFirst()
                .map(line -> NAMED_DELIMITER.matcher(line.stripLeading()))
                .filter(Matcher::matches)
                .map(found -> found.group(1).charAt(0));
    }

    private static boolean isNoText(int character) {
        return character < ' ' && character != '\t' && character != '\r' && character != '\n';
    }
}
