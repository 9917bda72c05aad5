package io.accountmigration.web.migration;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.accountmigration.eligibility.FindingTexts;
import io.accountmigration.migration.Caller;
import io.accountmigration.migration.move.VerificationReport;
import io.accountmigration.migration.move.VerifiedItem;
import io.accountmigration.migration.move.ViewVerification;
import io.accountmigration.web.file.Csv;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.lang.Nullable;
import org.springframework.stereotype.Component;

/** The verification report of an account in the reader's language: as a table for pages and REST, and as a file. */
@Component
public class VerificationTable {

    private static final List<String> COLUMNS =
            List.of("kind", "subject", "name", "result", "code", "reason", "steps", "differences");

    /**
     * One item.
     *
     * @param code why it was not moved; null where the code of the result says it all
     * @param reason the same in words, also where it differs; null where it was moved
     * @param steps what can be done about it, or null
     */
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record VerifiedLine(
            VerifiedItem.Kind kind,
            String subject,
            @Nullable String name,
            VerifiedItem.Result result,
            @Nullable String code,
            @Nullable String reason,
            @Nullable String steps,
            List<String> differences) {

        List<String> cells() {
            var cells = new ArrayList<String>();
            cells.addAll(List.of(kind.name(), subject));
            cells.add(name);
            cells.add(result.name());
            cells.add(code);
            cells.add(reason);
            cells.add(steps);
            cells.add(String.join(" ", differences));
            return cells;
        }
    }

    /** All items, as they were when both accounts were read. */
    public record Table(String publisherId, Instant verifiedAt, List<VerifiedLine> items) {

        /** How many items came out so. */
        public long count(VerifiedItem.Result result) {
            return items.stream().filter(line -> line.result() == result).count();
        }
    }

    private final ViewVerification verification;
    private final FindingTexts findingTexts;
    private final MessageSource texts;

    VerificationTable(ViewVerification verification, FindingTexts findingTexts, MessageSource texts) {
        this.verification = verification;
        this.findingTexts = findingTexts;
        this.texts = texts;
    }

    /** The report of a publisher's newest case, once there is one. */
    public Optional<Table> find(String publisherId, Caller caller, Locale locale) {
        return verification.find(publisherId, caller).map(report -> table(publisherId, report, locale));
    }

    /** The report of a publisher's newest case; a refusal where there is none. */
    public Table of(String publisherId, Caller caller, Locale locale) {
        return table(publisherId, verification.of(publisherId, caller), locale);
    }

    /** The same to save. */
    public ResponseEntity<byte[]> file(String publisherId, Caller caller, Locale locale) {
        var table = of(publisherId, caller, locale);
        return Csv.file(
                "verification-" + publisherId + ".csv",
                COLUMNS,
                table.items().stream().map(VerifiedLine::cells));
    }

    private Table table(String publisherId, VerificationReport report, Locale locale) {
        return new Table(
                publisherId,
                report.verifiedAt(),
                report.items().stream().map(item -> line(item, locale)).toList());
    }

    private VerifiedLine line(VerifiedItem item, Locale locale) {
        var finding = Optional.ofNullable(item.finding());
        return new VerifiedLine(
                item.kind(),
                item.subject(),
                item.name(),
                item.result(),
                finding.map(it -> it.code().name()).orElse(null),
                finding.map(it -> findingTexts.text(it, locale)).orElseGet(() -> reason(item, locale)),
                finding.map(it -> findingTexts.steps(it, locale)).orElse(null),
                item.differences());
    }

    private String reason(VerifiedItem item, Locale locale) {
        return switch (item.result()) {
            case MOVED -> null;
            case NOT_MOVED -> say("notPart", locale);
            case DIFFERS ->
                item.differences().contains(VerifiedItem.MISSING)
                        ? say("missing", locale)
                        : say("differs", locale, String.join(", ", item.differences()));
        };
    }

    private String say(String key, Locale locale, Object... arguments) {
        return texts.getMessage("verification.reason." + key, arguments, locale);
    }
}
