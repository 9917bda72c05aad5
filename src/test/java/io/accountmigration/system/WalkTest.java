package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.system.HttpFile.Step;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Sends the requests of the file that newcomers walk along, in their order, with a publisher of its own. */
class WalkTest extends WholeProgramTest {

    private static final Pattern PLACE = Pattern.compile("\\{\\{([^}]+)}}");

    private final HttpFile file = HttpFile.read(Path.of("src/site/http/walk.http"));
    private final Map<String, String> variables = new HashMap<>(file.variables());
    private final Map<String, JsonNode> answers = new HashMap<>();

    @Test
    void theWalkGoesFromTheBannerToTheEnd() {
        assertThat(variables).containsEntry("publisher", "contoso").containsEntry("host", "http://127.0.0.1:8080");
        var account = sandbox().create(NewPublishers.of(Kind.CONTOSO));
        variables.put("host", "");
        variables.put("publisher", account.publisherId());
        variables.put("owner", account.owner());

        file.steps().forEach(this::take);
        assertThat(cases().state(account)).isEqualTo("MIGRATED");
    }

    private void take(Step step) {
        var reply = step.patient()
                ? Cases.patiently(step.title())
                        .until(() -> send(step), answer -> answer.text().contains(step.word()))
                : Cases.comingBack(() -> send(step));
        assertThat(reply.status()).as(step.title() + ": " + reply).isEqualTo(step.status());
        assertThat(reply.text()).as(step.title()).contains(step.word());
        step.name().ifPresent(name -> answers.put(name, reply.json()));
    }

    private Reply send(Step step) {
        var call = filled(step.call()).split(" ", 2);
        var headers = new HashMap<String, String>();
        step.headers().forEach((name, value) -> headers.put(name, filled(value)));
        var user = headers.remove("Authorization").split(" ")[1];
        return as(user).send(call[0], call[1], step.body().isEmpty() ? null : filled(step.body()), headers);
    }

    private String filled(String text) {
        return PLACE.matcher(text).replaceAll(place -> Matcher.quoteReplacement(value(place.group(1))));
    }

    /** A variable, or the id of the first item in the answer to a named request. */
    private String value(String name) {
        return name.endsWith(".response.body.$[0].id")
                ? answers.get(name.substring(0, name.indexOf('.')))
                        .path(0)
                        .path("id")
                        .asText()
                : variables.get(name);
    }
}
