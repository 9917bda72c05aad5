package io.accountmigration.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import io.accountmigration.migration.ProblemType;
import io.accountmigration.web.WebTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** What authors of other programs read about {@code /api} is whole. */
class InterfaceDescriptionTest extends WebTest {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        examples = JSON.readTree(new ClassPathResource("texts/interface-examples.json").getInputStream());
        calls = new ArrayList<>();
        description.path("paths").properties().stream()
                .filter(path -> isOfTheProgram(path.getKey()))
                .forEach(path -> path.getValue()
                        .properties()
                        .forEach(operation -> calls.add(new Call(
                                operation.getKey().toUpperCase() + " " + path.getKey(), operation.getValue()))));
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
    void everyProblemIsShownOnceWithItsPage() {
        var examples = description.path("components").path("examples");

        assertThat(ProblemType.all()).allSatisfy(type -> {
            var problem = examples.path(type.code()).path("value");
            assertThat(problem.path("status").asInt()).isEqualTo(type.status());
            assertThat(problem.path("type").asText()).isEqualTo("/problems/" + type.code());
            assertThat(problem.path("detail").asText()).doesNotContain("{");
        });
        assertThat(description.path("externalDocs").path("url").asText()).isEqualTo("/problems");
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

    /** Beside one that fails at will, for other tests. */
    private static boolean isOfTheProgram(String path) {
        return !path.equals("/api/failing");
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
        return described.has("items") ? fieldsWithoutValue(record, described.path("items")) : Stream.empty();
    }

    /** Neither made of fields, nor with values of its own that one can be taken from. */
    private static boolean isPlain(JsonNode described) {
        var item = described.has("items") ? described.path("items") : described;
        return Stream.of("$ref", "properties", "example", "enum").noneMatch(item::has);
    }

    private JsonNode schema(String name) {
        return description.path("components").path("schemas").path(name);
    }

    private static Stream<JsonNode> items(JsonNode node) {
        return StreamSupport.stream(node.spliterator(), false);
    }
}
