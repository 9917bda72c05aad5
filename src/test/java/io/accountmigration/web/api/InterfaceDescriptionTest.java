package io.accountmigration.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.accountmigration.migration.ProblemType;
import io.accountmigration.web.WebTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What authors of other programs read about {@code /api} is whole. */
class InterfaceDescriptionTest extends WebTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path FILE = Path.of("target/openapi.json");
    private static final Set<String> MAY_BE_EMPTY =
            Set.of("SelectionBody", "ReasonBody", "UpgradeBody", "VerificationBody");

    private JsonNode description;
    private JsonNode examples;
    private List<Call> calls;

    /** One call of the description. */
    private record Call(String name, JsonNode operation) {

        Stream<JsonNode> parameters() {
            return items(operation.path("parameters"));
        }

        /** What is sent and what is answered when all is well, by kind of content. */
        Stream<JsonNode> contents() {
            var answers = operation.path("responses").properties().stream()
                    .filter(answer -> answer.getKey().startsWith("2"))
                    .map(answer -> answer.getValue().path("content"));
            return Stream.concat(Stream.of(operation.path("requestBody").path("content")), answers)
                    .flatMap(content -> content.properties().stream())
                    .map(content -> content.getValue());
        }

        Stream<JsonNode> refusals() {
            return operation.path("responses").properties().stream()
                    .filter(answer -> !answer.getKey().startsWith("2"))
                    .map(answer -> answer.getValue());
        }

        @Override
        public String toString() {
            return name;
        }

        boolean has(String parameter) {
            return parameters().anyMatch(it -> it.path("name").asText().equals(parameter));
        }
    }

    @BeforeEach
    void readDescription() throws Exception {
        var answer =
                mvc.perform(get("/v3/api-docs").with(as("service"))).andReturn().getResponse();
        description = JSON.readTree(answer.getContentAsByteArray());
        Files.write(FILE, answer.getContentAsByteArray());
        examples = JSON.readTree(new ClassPathResource("texts/interface-examples.json").getInputStream());
        calls = new ArrayList<>();
        description.path("paths").properties().forEach(path -> path.getValue()
                .properties()
                .forEach(operation -> calls.add(
                        new Call(operation.getKey().toUpperCase() + " " + path.getKey(), operation.getValue()))));
        assertThat(calls).hasSizeGreaterThan(25);
    }

    @Test
    void everyCallHasASummaryAndEveryParameterAnExample() {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.operation().path("summary").asText())
                    .as(call.name())
                    .isNotBlank();
            assertThat(call.parameters())
                    .filteredOn(parameter -> !hasExample(parameter)
                            && !parameter.path("schema").has("enum")
                            && !parameter.path("schema").has("default"))
                    .as(call.name())
                    .map(parameter -> parameter.path("name").asText())
                    .isEmpty();
        });
    }

    @Test
    void everythingThatIsSentOrAnsweredHasAnExampleInEveryField() {
        assertThat(calls)
                .allSatisfy(call -> assertThat(call.contents()).as(call.name()).allSatisfy(content -> {
                    assertThat(hasExample(content)).as(content.toString()).isTrue();
                    assertThat(content.path("example")).as(content.toString()).isNotEqualTo(TextNode.valueOf(""));
                    assertThat(fieldsWithoutValue("", content.path("schema")))
                            .as("what has no value in interface-examples.json, under its own name or its record's")
                            .isEmpty();
                }));
    }

    @Test
    void everyExampleOfARecordIsOfAFieldThatItHas() {
        assertThat(examples.properties())
                .map(Map.Entry::getKey)
                .filteredOn(name -> name.matches("\\w+\\.\\w+"))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(schema(name.replaceFirst("\\..*", ""))
                                .path("properties")
                                .has(name.replaceFirst(".*\\.", "")))
                        .as(name)
                        .isTrue());
    }

    @Test
    void everyProblemOfEveryCallHasAnExample() {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.operation().path("responses").has("401"))
                    .as(call.name())
                    .isTrue();
            assertThat(call.refusals()).as(call.name()).allSatisfy(answer -> {
                var content = answer.path("content").path("application/problem+json");
                assertThat(content.path("examples").properties()).isNotEmpty().allSatisfy(example -> assertThat(
                                description
                                        .at(example.getValue()
                                                        .path("$ref")
                                                        .asText()
                                                        .substring(1) + "/value/code")
                                        .asText())
                        .isEqualTo(example.getKey()));
            });
        });
    }

    @Test
    void everyProblemThatACallNamesIsShownOnceWithItsPage() {
        assertThat(description.path("components").path("examples").properties())
                .hasSizeGreaterThan(40)
                .allSatisfy(example -> {
                    var type = ProblemType.of(example.getKey()).orElseThrow();
                    var problem = example.getValue().path("value");
                    assertThat(problem.path("status").asInt()).isEqualTo(type.status());
                    assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type.code());
                    assertThat(problem.path("detail").asText()).doesNotContain("{");
                });
        assertThat(description.path("info").path("description").asText()).contains("/problems");
    }

    @Test
    void aGeneratedMethodGetsANameOfItsOwnThatSaysWhatItDoes() {
        var names = calls.stream()
                .map(call -> call.operation().path("operationId").asText())
                .toList();

        assertThat(names).doesNotHaveDuplicates().allSatisfy(name -> assertThat(name)
                .matches("[a-z]+([A-Z][a-z]+)+"));
    }

    @Test
    void everySchemaSaysWhatIsRequired() {
        assertThat(description.path("components").path("schemas").properties())
                .hasSizeGreaterThan(40)
                .filteredOn(schema -> !MAY_BE_EMPTY.contains(schema.getKey()))
                .allSatisfy(schema -> assertThat(schema.getValue().path("required"))
                        .as(schema.getKey())
                        .isNotEmpty());
        assertThat(requiredOf("MigrationResource")).contains("problem", "taskUrl");
        assertThat(schema("MigrationResource")
                        .at("/properties/problem/anyOf/1/type")
                        .asText())
                .isEqualTo("null");
        assertThat(schema("MigrationResource").at("/properties/taskUrl/type"))
                .map(JsonNode::asText)
                .containsExactlyInAnyOrder("string", "null");
        assertThat(requiredOf("StartBody")).containsExactly("publisherId");
        assertThat(requiredOf("Problem")).contains("migration").doesNotContain("rows");
    }

    @Test
    void twoRecordsOfOneNameAreRefused() {
        var names = new SchemaNames();
        names.nameForClass(CallOfACampaign.Line.class, Set.of());
        names.nameForClass(CallOfACampaign.Line.class, Set.of());

        assertThatIllegalStateException()
                .isThrownBy(() -> names.nameForClass(CallOfAReport.Line.class, Set.of()))
                .withMessageContaining("are both called Line");
    }

    @Test
    void everyCallTakesAndAnswersOneKindOfContent() {
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.operation().path("requestBody").path("content").size())
                    .as(call.name())
                    .isLessThan(2);
            assertThat(call.operation().path("responses")).as(call.name()).allSatisfy(answer -> assertThat(
                            answer.path("content").size())
                    .isLessThan(2));
        });
    }

    @Test
    void bothWaysToSignInAreDescribed() {
        assertThat(description.path("security"))
                .map(way -> way.fieldNames().next())
                .containsExactly("basic", "bearer");
        assertThat(description.at("/components/securitySchemes").properties())
                .map(way -> way.getValue().path("scheme").asText())
                .containsExactlyInAnyOrder("basic", "bearer");
    }

    /** With the linter of others, where it is installed: {@code npm ci --prefix src/test/npm}. */
    @Test
    void theLinterFindsNothing() throws Exception {
        var npm = Path.of("src/test/npm");
        var installed = Files.exists(npm.resolve("node_modules/.bin/spectral"));
        assertThat(installed || !"true".equals(System.getenv("CI")))
                .as("spectral is installed in " + npm)
                .isTrue();
        assumeTrue(installed, "left out: spectral is not installed, see " + npm.resolve("package.json"));

        var process = new ProcessBuilder("npm", "run", "--silent", "lint:api")
                .directory(npm.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(output).isZero();
    }

    private List<String> requiredOf(String schema) {
        return items(schema(schema).path("required")).map(JsonNode::asText).toList();
    }

    private static final class CallOfACampaign {
        record Line(String name) {}
    }

    private static final class CallOfAReport {
        record Line(String need) {}
    }

    @Test
    void whatMakesRepetitionsHarmlessAndNamesACallIsSaid() {
        assertThat(calls)
                .filteredOn(call -> call.has("Idempotency-Key"))
                .map(Call::name)
                .containsExactlyInAnyOrder("POST /api/migrations", "POST /api/campaigns");
        assertThat(calls).allSatisfy(call -> {
            assertThat(call.has("X-Correlation-Id")).as(call.name()).isTrue();
            assertThat(call.operation().path("responses")).as(call.name()).allSatisfy(answer -> assertThat(
                            answer.path("headers").has("X-Correlation-Id"))
                    .isTrue());
            assertThat(call.parameters())
                    .filteredOn(parameter -> parameter.path("in").asText().equals("header"))
                    .allSatisfy(parameter ->
                            assertThat(parameter.path("description").asText()).isNotBlank());
        });
    }

    private static boolean hasExample(JsonNode described) {
        return described.has("example")
                || described.has("examples")
                || described.path("schema").has("example");
    }

    /** A field has the value of its own record, or one that all fields of its name share; another record's is no value. */
    private Stream<String> fieldsWithoutValue(String record, JsonNode described) {
        if (described.has("$ref")) {
            var name = described.path("$ref").asText().replaceFirst(".*/", "");
            return fieldsWithoutValue(name, schema(name));
        }
        if (described.has("properties")) {
            return described.path("properties").properties().stream()
                    .filter(field -> !examples.has(record + "." + field.getKey()) && !examples.has(field.getKey()))
                    .flatMap(field -> isPlain(field.getValue())
                            ? Stream.of(record + "." + field.getKey())
                            : fieldsWithoutValue(field.getKey(), field.getValue()));
        }
        if (described.has("anyOf")) {
            return fieldsWithoutValue(record, described.path("anyOf").path(0));
        }
        return described.has("items") ? fieldsWithoutValue(record, described.path("items")) : Stream.empty();
    }

    /** Neither made of fields, nor with values of its own that one can be taken from. */
    private static boolean isPlain(JsonNode described) {
        var item = described.has("items") ? described.path("items") : described;
        return Stream.of("$ref", "anyOf", "properties", "example", "enum").noneMatch(item::has);
    }

    private JsonNode schema(String name) {
        return description.path("components").path("schemas").path(name);
    }

    private static Stream<JsonNode> items(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
