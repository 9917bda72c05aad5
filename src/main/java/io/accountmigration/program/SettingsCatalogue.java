package io.accountmigration.program;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.io.ClassPathResource;

/** Everything of this program's own that can be set, as its properties describe themselves. */
public final class SettingsCatalogue {

    private static final String METADATA = "META-INF/spring-configuration-metadata.json";
    private static final String OURS = "io.accountmigration.";

    private SettingsCatalogue() {}

    /**
     * One setting.
     *
     * @param kind what a value looks like, in a word
     * @param preset what holds when nothing is given; empty when there is nothing
     */
    public record Setting(String name, String kind, String preset, String meaning) {

        /** The environment variable that sets it. */
        public String variable() {
            return variableOf(name);
        }
    }

    /** The environment variable that sets a property. */
    static String variableOf(String property) {
        return property.toUpperCase(Locale.ROOT).replaceAll("[-\\]]", "").replaceAll("[.\\[]", "_");
    }

    public static List<Setting> read() {
        var settings = new ArrayList<Setting>();
        try {
            for (var file :
                    Collections.list(SettingsCatalogue.class.getClassLoader().getResources(METADATA))) {
                for (var property : new ObjectMapper().readTree(file).path("properties")) {
                    if (property.path("sourceType").asText().startsWith(OURS)) {
                        settings.add(setting(property));
                    }
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        settings.sort(Comparator.comparing(Setting::name));
        return settings;
    }

    private static Setting setting(JsonNode property) {
        var name = property.path("name").asText();
        var preset = property.path("defaultValue");
        return new Setting(
                name,
                kind(property.path("type").asText()),
                preset.isArray()
                        ? StreamSupport.stream(preset.spliterator(), false)
                                .map(JsonNode::asText)
                                .collect(Collectors.joining(","))
                        : preset.isMissingNode() ? inFile(name) : preset.asText(),
                property.path("description").asText().replaceAll("\\{@code ([^ ]*)}", "$1"));
    }

    /** The value in the program's own file, where the property has no default of its own. */
    private static String inFile(String name) {
        try {
            return new YamlPropertySourceLoader()
                    .load("own", new ClassPathResource("application.yml")).stream()
                            .map(file -> file.getProperty(name))
                            .flatMap(Stream::ofNullable)
                            .map(String::valueOf)
                            .findFirst()
                            .orElse("");
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String kind(String type) {
        if (type.startsWith("java.util.Map")) {
            return "table";
        }
        if (type.startsWith("java.util.List")) {
            return "list";
        }
        return switch (type) {
            case "java.time.Duration" -> "duration";
            case "java.lang.Integer", "java.lang.Long", "java.lang.Double" -> "number";
            case "java.lang.Boolean" -> "yes or no";
            case "java.net.URI" -> "address";
            default -> "text";
        };
    }
}
