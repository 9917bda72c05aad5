package io.accountmigration.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A file of requests as editors send them, with what their answers must be in its comments. */
record HttpFile(Map<String, String> variables, List<Step> steps) {

    private static final Pattern VARIABLE = Pattern.compile("(?m)^@(\\w+) = (.*)$");
    private static final Pattern NAME = Pattern.compile("(?m)^# @name (\\w+)$");
    private static final Pattern ANSWERS = Pattern.compile("(?m)^# Answers (\\d+)(?: (\\S+))?$");
    private static final Pattern AGAIN = Pattern.compile("(?m)^# Again until (\\S+)$");

    /** One request, with placeholders still in it. */
    record Step(
            String title,
            Optional<String> name,
            int status,
            String word,
            boolean patient,
            String call,
            Map<String, String> headers,
            String body) {}

    static HttpFile read(Path file) {
        var parts = text(file).split("(?m)^### ");
        var variables =
                VARIABLE.matcher(parts[0]).results().collect(Collectors.toMap(m -> m.group(1), m -> m.group(2)));
        var steps = new ArrayList<Step>();
        for (int index = 1; index < parts.length; index++) {
            steps.add(step(parts[index]));
        }
        return new HttpFile(variables, steps);
    }

    private static Step step(String part) {
        var halves = part.split("\n\n", 2);
        var lines = halves[0].lines().filter(line -> !line.startsWith("#")).toList();
        var headers = new HashMap<String, String>();
        lines.stream().skip(2).map(line -> line.split(": ", 2)).forEach(header -> headers.put(header[0], header[1]));
        var name = NAME.matcher(part).results().findFirst().map(m -> m.group(1));
        var again = AGAIN.matcher(part).results().findFirst().map(m -> m.group(1));
        var answers = ANSWERS.matcher(part).results().findFirst();
        return new Step(
                lines.get(0),
                name,
                answers.map(m -> Integer.parseInt(m.group(1))).orElse(200),
                again.or(() -> answers.map(m -> m.group(2))).orElse(""),
                again.isPresent(),
                lines.get(1),
                headers,
                halves.length > 1 ? halves[1].strip() : "");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
