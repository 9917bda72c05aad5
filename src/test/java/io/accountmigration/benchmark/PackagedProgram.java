package io.accountmigration.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.springframework.boot.SpringBootVersion;
import org.springframework.util.FileSystemUtils;

/** Packs programs as people do who run them, beside what a build has under way. */
final class PackagedProgram {

    private static final Path DIRECTORY = Path.of("target", "benchmarks");

    private PackagedProgram() {}

    /** This program's jar. */
    static Path thisOne() throws IOException, InterruptedException {
        return jarOf("program", List.of("pom.xml", "src/main", "processes"), Path.of(""));
    }

    /** The jar of a program that has nothing but the engine's starters, of the versions that this one has. */
    static Path bareStarter() throws IOException, InterruptedException {
        return jarOf("bare-starter", List.of("pom.xml", "src/main"), Path.of("src", "test", "bare-starter"));
    }

    private static Path jarOf(String name, List<String> parts, Path source) throws IOException, InterruptedException {
        var copy = DIRECTORY.resolve(name);
        FileSystemUtils.deleteRecursively(copy);
        Files.createDirectories(copy.resolve("src"));
        for (var part : parts) {
            FileSystemUtils.copyRecursively(source.resolve(part), copy.resolve(part));
        }
        maven(copy, "package", "-Dmaven.test.skip=true", "-Dspotless.check.skip=true");
        try (Stream<Path> built = Files.list(copy.resolve("target"))) {
            return built.filter(file -> file.toString().endsWith(".jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    private static void maven(Path directory, String... goal) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(
                "mvn",
                "-B",
                "-q",
                "-Dspring-boot.version=" + SpringBootVersion.getVersion(),
                "-Dcamunda.version=" + ProcessEngine.class.getPackage().getImplementationVersion()));
        command.addAll(List.of(goal));
        var log = directory.resolve("maven.log");
        var run = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        if (run.start().waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command) + " failed:\n" + Files.readString(log));
        }
    }
}
