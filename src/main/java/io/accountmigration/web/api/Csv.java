package io.accountmigration.web.api;

import java.util.List;
import java.util.stream.Collectors;

/** Comma-separated values (RFC 4180) that a spreadsheet does not take for formulas. */
final class Csv {

    static final String MEDIA_TYPE = "text/csv";

    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String LINE_END = "\r\n";

    private Csv() {}

    static String line(List<String> cells) {
        return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(String value) {
        var harmless = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var special = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return special ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
