package io.accountmigration.web;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Comma-separated values (RFC 4180) that a spreadsheet does not take for formulas. */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    private static final MediaType UTF_8_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String FORMULA_STARTS = "=+-@\t\r";
    private static final String LINE_END = "\r\n";

    private Csv() {}

    /** A file to save, with a heading; cells that are null stay empty. */
    public static ResponseEntity<byte[]> file(String name, List<String> columns, Stream<List<String>> rows) {
        var lines = Stream.concat(Stream.of(columns), rows).map(Csv::line).collect(Collectors.joining());
        var file = ContentDisposition.attachment()
                .filename(name, StandardCharsets.UTF_8)
                .build();
        return ResponseEntity.ok()
                .contentType(UTF_8_CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                .body(lines.getBytes(StandardCharsets.UTF_8));
    }

    static String line(List<String> cells) {
        return cells.stream()
                .map(cell -> Objects.toString(cell, ""))
                .map(Csv::cell)
                .collect(Collectors.joining(",", "", LINE_END));
    }

    private static String cell(String value) {
        var harmless = !value.isEmpty() && FORMULA_STARTS.indexOf(value.charAt(0)) >= 0 ? "'" + value : value;
        var special = harmless.chars().anyMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
        return special ? '"' + harmless.replace("\"", "\"\"") + '"' : harmless;
    }
}
