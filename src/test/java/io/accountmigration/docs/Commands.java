package io.accountmigration.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The commands that the documentation shows, as a reader copies them. */
public final class Commands {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^ *```sh\\n(.*?)^ *```$");

    private Commands() {}

    /** How a command ended. */
    public record Ending(int code, String output) {}

    /** The blocks of commands of a file, in order. */
    public static List<String> in(Path file) throws IOException {
        return BLOCK.matcher(Files.readString(file))
                .results()
                .map(block -> block.group(1).stripIndent())
                .toList();
    }

    /** Runs a command in a shell, in a directory; a call over HTTP that is refused ends with an error. */
    public static Ending run(String command, Path directory) throws IOException, InterruptedException {
        var strict = "set -eo pipefail\ncurl() { command curl --silent --show-error --fail-with-body \"$@\"; }\n";
        var process = new ProcessBuilder("bash", "-c", strict + command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ending(process.waitFor(), output);
    }
}
