package io.accountmigration.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormsTest {

    private static final Path FORMS = Model.DIRECTORY.resolve("forms");

    @Test
    void everyFormBelongsToAUserTask() throws IOException {
        var used = Model.all()
                .flatMap(model -> model.every(UserTask.class))
                .map(UserTask::getCamundaFormRef)
                .collect(Collectors.toSet());
        assertThat(forms()).map(Model::stem).containsExactlyInAnyOrderElementsOf(used);
    }

    @Test
    void everyTaskAsksForTheInputsThatTheCodeTakes() {
        var inputs = Code.shared("INPUTS", Map.class);
        assertThat(Model.named("account-migration").every(UserTask.class)).allSatisfy(task -> {
            var form = read(FORMS.resolve(task.getCamundaFormRef() + ".form"));
            assertThat((Object) keys(form)).isEqualTo(inputs.get(task.getId()));
        });
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormIsFoundUnderItsFileName(Path file) {
        assertThat(read(file).path("id").asText()).isEqualTo(Model.stem(file));
        assertThat(read(file).path("executionPlatform").asText()).isEqualTo("Camunda Platform");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormStartsWithTheReasonWhyItCameBack(Path file) {
        var problem = components(read(file)).findFirst().orElseThrow();
        // Only this kind of component shows what a variable holds letter by letter.
        assertThat(problem.path("type").asText()).isEqualTo("html");
        assertThat(problem.path("content").asText()).contains("{{problemText}}");
        assertThat(problem.path("conditional").path("hide").asText()).isEqualTo("=problemText = null");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void aFormShowsVariablesOnlyWhereTheyAreEscaped(Path file) {
        assertThat(components(read(file))
                        .filter(component -> component.toString().contains("{{")))
                .allMatch(component -> component.path("type").asText().equals("html"));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void allInputsAreText(Path file) {
        assertThat(components(read(file)).filter(component -> component.has("key")))
                .map(component -> component.path("type").asText())
                .isSubsetOf(List.of("textfield", "select"));
    }

    static Stream<Path> forms() throws IOException {
        try (var files = Files.list(FORMS)) {
            return files.sorted().toList().stream();
        }
    }

    private static JsonNode read(Path form) {
        try {
            return new ObjectMapper().readTree(form.toFile());
        } catch (IOException unreadable) {
            throw new AssertionError("no readable form " + form, unreadable);
        }
    }

    private static Stream<JsonNode> components(JsonNode form) {
        return StreamSupport.stream(form.path("components").spliterator(), false);
    }

    private static Set<String> keys(JsonNode form) {
        return components(form)
                .filter(component -> component.has("key"))
                .map(component -> component.path("key").asText())
                .collect(Collectors.toSet());
    }
}
