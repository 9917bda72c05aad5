package io.accountmigration.web.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/**
 * Says tasks, forms and filters of the engine in the reader's language. The models say them in English; what has no
 * text in another language stays as it is.
 */
@Component
class TaskTexts {

    /** The properties of a form's component, and of its choices, that people read. */
    static final List<String> READ = List.of("label", "description", "content", "text");

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    TaskTexts() {
        texts.setBasename("texts/tasks");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** Replaces the texts anywhere within what the engine answered. */
    void say(JsonNode answer, Locale locale) {
        if (answer instanceof ObjectNode object) {
            sayName(object, locale);
            if (object.has("components")) {
                object.path("components")
                        .forEach(component -> sayComponent(object.path("id").asText(), component, locale));
            }
        }
        answer.forEach(part -> say(part, locale));
    }

    private void sayName(ObjectNode object, Locale locale) {
        if (object.path("name").isTextual() && object.has("taskDefinitionKey")) {
            replace(
                    object,
                    "name",
                    locale,
                    "task." + object.path("taskDefinitionKey").asText());
        } else if (object.path("name").isTextual() && object.has("key")) {
            replace(object, "name", locale, "process." + object.path("key").asText());
        } else if (object.path("name").isTextual()
                && object.path("resourceType").asText().equals("Task")) {
            replace(
                    object,
                    "name",
                    locale,
                    "filter." + object.path("name").asText().replace(" ", ""));
        }
    }

    private void sayComponent(String form, JsonNode component, Locale locale) {
        var id = component.path("id").asText();
        sayProperties(component, form, id, locale);
        component
                .path("values")
                .forEach(choice -> sayProperties(
                        choice, form, id + "." + choice.path("value").asText(), locale));
    }

    private void sayProperties(JsonNode part, String form, String id, Locale locale) {
        READ.stream()
                .filter(part::has)
                .forEach(property -> replace(
                        (ObjectNode) part,
                        property,
                        locale,
                        form + "." + id + "." + property,
                        "every." + id + "." + property));
    }

    private void replace(ObjectNode object, String property, Locale locale, String... keys) {
        Stream.of(keys)
                .map(key -> texts.getMessage(key, null, null, locale))
                .filter(text -> text != null)
                .findFirst()
                .ifPresent(text -> object.put(property, text));
    }
}
