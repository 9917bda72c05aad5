package io.accountmigration.web.file;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Comma-separated values (RFC 4180) that a spreadsheet does not take for formulas. */
public final class Csv {

    public static final String MEDIA_TYPE = "text/csv";

    private static final MediaType UTF_8_CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    /** What a spreadsheet takes for the start of a formula, also where it splits at semicolons and ignores our quotes. */
    private static final Pattern FORMULA = Pattern.compile("(^|[;\t\r\n]\"*)(?=[=+\\-@\t\r＝＋－＠])");

    private static final CSVFormat FORMAT = CSVFormat.RFC4180;

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
        return FORMAT.format(cells.stream().map(Csv::harmless).toArray()) + FORMAT.getRecordSeparator();
    }

    private static String harmless(String cell) {
        return cell == null ? null : FORMULA.matcher(cell).replaceAll("$1'");
    }
}
