package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.eligibility.FindingCode;
import io.accountmigration.eligibility.Severity;
import io.accountmigration.migration.ProblemType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every code that anybody can get is provoked once in the running program, in both languages, and its sentence says what
 * to do. What was said stands in {@code target/problems.md}. A code that is new has to be provoked here, too.
 */
class EveryProblemTest extends WholeProgramTest {

    /**
     * Nobody makes the program fail from outside, the sandbox lets people guess and its lists are never behind, and no
     * client here is slow; each has a test of its own.
     */
    private static final Map<String, String> ELSEWHERE = Map.of(
            "INTERNAL_ERROR", "web/signin/SignInEndpointsTest",
            "TOO_MANY_ATTEMPTS", "system/apart/ProductionTest",
            "BODY_LATE", "system/postgres/RequestLimitsTest",
            "USERS_NOT_SHOWN_YET", "migration/UserListCasesTest");

    /** What owners read when a task is back, or waits; the other findings are shown in reports. */
    private static final List<String> REASONS = Stream.of(FindingCode.values())
            .filter(code -> code.severity() == Severity.ACTION)
            .map(Enum::name)
            .filter(code -> !ELSEWHERE.containsKey(code))
            .toList();

    /** What is wrong is one sentence or part of one, what to do about it another. */
    private static final String WHAT_TO_DO = "[.;:] \\S.*[.]$";

    private static final Path REPORT = Path.of("target", "problems.md");

    @Test
    void everyCodeIsProvokedAndSaysWhatToDoInBothLanguages() throws IOException {
        var refusals = refusals();
        var reasons = new OwnersReasons(program()).all();
        write(refusals, reasons);

        SoftAssertions.assertSoftly(softly -> {
            Stream.concat(refusals.stream(), reasons.stream()).forEach(said -> {
                softly.assertThat(said.english()).as(said.code()).containsPattern(WHAT_TO_DO);
                softly.assertThat(said.dutch())
                        .as(said.code())
                        .containsPattern(WHAT_TO_DO)
                        .isNotEqualTo(said.english());
            });
            softly.assertThat(reasons).map(SaidProblem::code).containsExactlyInAnyOrderElementsOf(REASONS);
        });
    }

    @Test
    void whatCannotBeProvokedHereIsProvokedElsewhere() {
        assertThat(ELSEWHERE)
                .allSatisfy((code, test) -> assertThat(Path.of("src/test/java/io/accountmigration", test + ".java"))
                        .content()
                        .contains(code));
    }

    private List<SaidProblem> refusals() {
        var ways = new Provocations(program()).all();
        var wanted = ProblemType.all().stream()
                .map(ProblemType::code)
                .filter(code -> !ELSEWHERE.containsKey(code))
                .toList();
        assertThat(ways.keySet()).as("each code needs a way to it").containsExactlyInAnyOrderElementsOf(wanted);

        var described = as("service").get("/v3/api-docs").succeeded().json().path("paths");
        return new TreeMap<>(ways)
                .entrySet().stream()
                        .map(way -> provoke(way.getKey(), way.getValue(), described))
                        .toList();
    }

    private static SaidProblem provoke(String code, Refused way, JsonNode described) {
        var english = way.in("en");
        var dutch = way.in("nl");
        var status = ProblemType.of(code).orElseThrow().status();
        Refusals.requireProblem(english, status, code);
        Refusals.requireProblem(dutch, status, code);
        assertThat(english.json().path("type").asText()).isEqualTo(ProblemType.pageOf(code));
        assertThat(dutch.json().path("title")).isNotEqualTo(english.json().path("title"));

        var verb = english.call().split(" ")[0];
        var path = english.response().uri().getPath();
        requireDescribed(code, verb, path, described);
        return new SaidProblem(
                code,
                verb + " " + (path.startsWith("/api") ? "/api" : "/engine-rest"),
                status,
                english.json().path("detail").asText(),
                dutch.json().path("detail").asText());
    }

    /** Where the interface describes the call, it names the code. */
    private static void requireDescribed(String code, String verb, String path, JsonNode described) {
        described.properties().stream()
                .filter(template -> path.matches(template.getKey().replaceAll("\\{[^}]+}", "[^/]+")))
                .map(template -> template.getValue().path(verb.toLowerCase()))
                .filter(operation -> !operation.isMissingNode())
                .forEach(operation -> assertThat(operation.path("x-problem-codes"))
                        .as(verb + " " + path)
                        .map(JsonNode::asText)
                        .contains(code));
    }

    private static void write(List<SaidProblem> refusals, List<SaidProblem> reasons) throws IOException {
        var lines = Stream.concat(reasons.stream(), refusals.stream())
                .map(SaidProblem::line)
                .collect(Collectors.joining("\n"));
        Files.writeString(REPORT, """
                # Problems and findings as people read them

                | Code | Where | Status | English | Dutch |
                |---|---|---|---|---|
                %s
                """.formatted(lines));
    }
}
