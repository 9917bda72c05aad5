package io.accountmigration.web.readiness;

import io.accountmigration.campaign.readiness.ReadinessCategory;
import io.accountmigration.campaign.readiness.ReadinessResultView;
import io.accountmigration.campaign.readiness.StartReadinessReport.OnError;
import io.accountmigration.campaign.readiness.StartReadinessReport.Started;
import io.accountmigration.migration.Caller;
import io.accountmigration.web.InvalidRequest;
import io.accountmigration.web.api.ApiController;
import io.accountmigration.web.api.Page;
import io.accountmigration.web.api.RefusedWith;
import io.accountmigration.web.file.Csv;
import io.accountmigration.web.file.SelectionFile;
import io.swagger.v3.oas.annotations.Hidden;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

/** What accounts will need before they move, for operators. */
@ApiController
@RequestMapping(ReadinessReportsApi.PATH)
@Tag(name = "Readiness")
class ReadinessReportsApi {

    static final String PATH = "/api/readiness-reports";

    private static final String FILE = "publisherId\ncontoso\nfabrikam\n";
    private static final int LARGEST_PAGE = 1000;

    /** The accounts of a report; left out, all there are. */
    record SelectionBody(
            @Schema(example = "[\"contoso\", \"fabrikam\"]", nullable = true)
            List<String> publisherIds) {}

    private final ReadinessFacade desk;

    ReadinessReportsApi(ReadinessFacade desk) {
        this.desk = desk;
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Begin a report on what accounts will need",
            description = "For operators; {} stands for all publishers. Nothing is changed anywhere. Rows that name no"
                    + " publisher are listed with their place: onError=reject (as when left out) refuses them all with"
                    + " 422 ROWS_REJECTED, onError=skip leaves them out. Verdicts not older than maxAge are taken as"
                    + " they are; with maxAge=PT0S every account is assessed again.")
    @RefusedWith({"ROWS_REJECTED", "SELECTION_EMPTY", "REQUEST_INVALID"})
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReadinessReportResource> startReadinessReport(
            @RequestBody SelectionBody body,
            @RequestParam(defaultValue = "reject") String onError,
            @RequestParam Optional<Duration> maxAge,
            Caller caller) {
        var started = body.publisherIds() == null
                ? desk.startOnAll(maxAge, caller)
                : desk.start(SelectionFile.of(body.publisherIds()), read(onError), maxAge, caller);
        return created(started, caller);
    }

    /** The same file at the path of the reports, told by its type. */
    @Hidden
    @PostMapping(consumes = Csv.MEDIA_TYPE)
    ResponseEntity<ReadinessReportResource> startOnTypedFile(
            @RequestBody(required = false) byte[] file,
            @RequestParam(defaultValue = "reject") String onError,
            @RequestParam Optional<Duration> maxAge,
            Caller caller) {
        return startReadinessReportOnFile(file, onError, maxAge, caller);
    }

    @PostMapping("/from-file")
    @Operation(
            summary = "Begin a report on the accounts of a file",
            description =
                    "For operators, as a report on a list of ids. Commas, semicolons or tabs, as a first line sep=; may say; a heading names the column"
                            + " publisherId, and may be left out where there is one column only.",
            requestBody =
                    @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content =
                                    @Content(
                                            mediaType = Csv.MEDIA_TYPE,
                                            schema = @Schema(type = "string"),
                                            examples = @ExampleObject(FILE))))
    @RefusedWith({"NOT_CSV", "QUOTE_NOT_CLOSED", "COLUMN_UNKNOWN", "ROWS_REJECTED", "SELECTION_EMPTY", "REQUEST_INVALID"
    })
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<ReadinessReportResource> startReadinessReportOnFile(
            @RequestBody(required = false) byte[] file,
            @RequestParam(defaultValue = "reject") String onError,
            @RequestParam Optional<Duration> maxAge,
            Caller caller) {
        var rows = SelectionFile.read(file == null ? new byte[0] : file);
        return created(desk.start(rows, read(onError), maxAge, caller), caller);
    }

    @GetMapping("/{reportId}")
    @Operation(summary = "How far a report is", description = "For operators: counts by need, and the rows left out.")
    @RefusedWith({"REPORT_NOT_FOUND", "REQUEST_INVALID"})
    ReadinessReportResource getReadinessReport(@PathVariable UUID reportId, Caller caller) {
        return ReadinessReportResource.of(desk.report(reportId, caller), List.of());
    }

    @GetMapping(path = "/{reportId}/results", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "What each account of a report needs",
            description = "For operators, in pages. Shows what is there while the"
                    + " report runs. The same for every reader, whatever the language.")
    @RefusedWith({"REPORT_NOT_FOUND", "REQUEST_INVALID"})
    Page<ReadinessResultResource> listReadinessResults(
            @PathVariable UUID reportId,
            @RequestParam Optional<ReadinessCategory> need,
            @RequestParam(defaultValue = "") String cursor,
            @RequestParam(defaultValue = "100") int limit,
            Caller caller) {
        Page.requireLimit(limit, LARGEST_PAGE);
        var found = desk.results(reportId, need, positionIn(cursor), limit, caller);
        return Page.cut(found, limit, ReadinessResultResource::of, ReadinessResultView::position);
    }

    /** The same file on request at the path of the list. */
    @Hidden
    @GetMapping(path = "/{reportId}/results", produces = Csv.MEDIA_TYPE)
    ResponseEntity<byte[]> negotiatedFile(@PathVariable UUID reportId, Caller caller) {
        return downloadReadinessResults(reportId, caller);
    }

    @GetMapping(path = "/{reportId}/results.csv", produces = Csv.MEDIA_TYPE)
    @Operation(
            summary = "What each account of a report needs, as a file",
            description = "For operators, whole and as CSV. The same for every reader, whatever the language.")
    @RefusedWith({"REPORT_NOT_FOUND", "REQUEST_INVALID"})
    ResponseEntity<byte[]> downloadReadinessResults(@PathVariable UUID reportId, Caller caller) {
        return desk.resultsFile(reportId, caller);
    }

    @GetMapping(path = "/{reportId}/rejected-rows", produces = Csv.MEDIA_TYPE)
    @Operation(summary = "The rows of the selection that were left out", description = "For operators, as CSV.")
    @RefusedWith({"REPORT_NOT_FOUND", "REQUEST_INVALID"})
    ResponseEntity<byte[]> downloadRejectedRows(@PathVariable UUID reportId, Caller caller) {
        return desk.rejectedRowsFile(reportId, caller);
    }

    private ResponseEntity<ReadinessReportResource> created(Started started, Caller caller) {
        return ResponseEntity.created(URI.create(PATH + "/" + started.reportId()))
                .body(ReadinessReportResource.of(desk.report(started.reportId(), caller), started.rejected()));
    }

    private static OnError read(String onError) {
        return switch (onError.toLowerCase(Locale.ROOT)) {
            case "skip" -> OnError.SKIP;
            case "reject" -> OnError.REJECT;
            default -> throw new InvalidRequest("onError");
        };
    }

    private static int positionIn(String cursor) {
        if (cursor.isEmpty()) {
            return -1;
        }
        if (!cursor.matches("[0-9]{1,9}")) {
            throw new InvalidRequest("cursor");
        }
        return Integer.parseInt(cursor);
    }
}
