package io.accountmigration.web.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TaskTextsTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Locale DUTCH = Locale.forLanguageTag("nl-NL");
    private static final String LOCALES = "/META-INF/resources/webjars/camunda/app/tasklist/locales/";

    /** Is the same word in both languages. */
    private static final Set<String> ALIKE = Set.of("Code", "<p>Account <strong>{{publisherId}}</strong></p>");

    private final TaskTexts texts = new TaskTexts();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "provide-work-email",
                "enrol-in-partner-network",
                "confirm-work-email",
                "decide-on-next-wave",
                "name-owner"
            })
    void everyTextOfAFormIsSaidInDutchWithTheSamePlaces(String form) throws IOException {
        var english = JSON.readTree(Path.of("processes/forms", form + ".form").toFile());
        var dutch = english.deepCopy();
        texts.say(dutch, DUTCH);

        var before = readIn(english);
        var after = readIn(dutch);
        assertThat(after).hasSameSizeAs(before);
        for (int index = 0; index < before.size(); index++) {
            if (!ALIKE.contains(before.get(index))) {
                assertThat(after.get(index)).isNotEqualTo(before.get(index));
            }
            assertThat(places(after.get(index))).isEqualTo(places(before.get(index)));
        }
        assertThat(english).isEqualTo(withoutTexts(dutch, english));
    }

    @Test
    void everyTaskHasADutchName() throws IOException {
        var model = Files.readString(Path.of("processes/account-migration.bpmn"))
                + Files.readString(Path.of("processes/migration-campaign.bpmn"))
                + Files.readString(Path.of("processes/owner-search.bpmn"));
        var tasks = Pattern.compile("<bpmn:userTask id=\"([^\"]+)\" name=\"([^\"]+)\"")
                .matcher(model)
                .results()
                .toList();

        assertThat(tasks).hasSize(5).allSatisfy(task -> {
            var answer = task(task);
            texts.say(answer, DUTCH);
            assertThat(answer.at("/_embedded/task/0/name").asText()).isNotEqualTo(task.group(2));
        });
    }

    @Test
    void englishStaysAsTheModelsSayIt() {
        var answer = JSON.valueToTree(
                Map.of("taskDefinitionKey", "userTask_provideWorkEmail", "name", "Provide work e-mail"));
        texts.say(answer, Locale.UK);
        assertThat(answer.path("name").asText()).isEqualTo("Provide work e-mail");
    }

    @Test
    void theFilterIsSaidInDutchAndOnesOfPeopleAreNot() {
        var answer = JSON.valueToTree(List.of(
                Map.of("resourceType", "Task", "name", "My migrations"),
                Map.of("resourceType", "Task", "name", "Mine")));
        texts.say(answer, DUTCH);
        assertThat(answer.findValuesAsText("name")).containsExactly("Mijn migraties", "Mine");
    }

    @Test
    void tasklistHasEveryLabelInDutch() throws IOException {
        var english = locale("en");
        var dutch = locale("nl");

        assertThat(names(dutch.path("labels"))).isEqualTo(names(english.path("labels")));
        assertThat(names(dutch.path("dateLocales"))).isEqualTo(names(english.path("dateLocales")));
        assertThat(names(english.path("labels"))).allSatisfy(label -> assertThat(
                        places(dutch.path("labels").path(label).asText()))
                .isEqualTo(places(english.path("labels").path(label).asText())));
    }

    private static JsonNode task(MatchResult task) {
        return JSON.valueToTree(Map.of(
                "_embedded",
                Map.of("task", List.of(Map.of("taskDefinitionKey", task.group(1), "name", task.group(2))))));
    }

    /** The texts of all components and choices, in their order. */
    private static List<String> readIn(JsonNode form) {
        var found = new ArrayList<String>();
        for (var component : form.path("components")) {
            found.addAll(readOf(component));
            component.path("values").forEach(choice -> found.addAll(readOf(choice)));
        }
        return found;
    }

    private static List<String> readOf(JsonNode part) {
        return TaskTexts.READ.stream()
                .filter(part::has)
                .map(property -> part.path(property).asText())
                .toList();
    }

    /** The form with its texts put back as they were. */
    private static JsonNode withoutTexts(JsonNode form, JsonNode original) {
        for (int index = 0; index < form.path("components").size(); index++) {
            putBack(
                    form.path("components").path(index),
                    original.path("components").path(index));
        }
        return form;
    }

    private static void putBack(JsonNode part, JsonNode original) {
        TaskTexts.READ.stream().filter(part::has).forEach(property -> ((ObjectNode) part)
                .set(property, original.path(property)));
        for (int index = 0; index < part.path("values").size(); index++) {
            putBack(part.path("values").path(index), original.path("values").path(index));
        }
    }

    private static Set<String> places(String text) {
        return Pattern.compile("\\{\\{.*?}}")
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toSet());
    }

    private static Set<String> names(JsonNode labels) {
        return labels.properties().stream().map(Map.Entry::getKey).collect(Collectors.toSet());
    }

    /** Their English file starts with a byte order mark. */
    private static JsonNode locale(String language) throws IOException {
        try (InputStream file = TaskTextsTest.class.getResourceAsStream(LOCALES + language + ".json")) {
            return JSON.readTree(new String(file.readAllBytes(), StandardCharsets.UTF_8).replace("\uFEFF", ""));
        }
    }
}
