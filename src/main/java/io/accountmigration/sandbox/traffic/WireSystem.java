package io.accountmigration.sandbox.traffic;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.accountmigration.sandbox.data.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** A system that the sandbox stands in for, under the name that faults and limits use, with the paths it is served at. */
public enum WireSystem {
    CPP("/cpp/**"),
    PARTNER_CENTER("/partner-center/**"),
    TOKEN("/login/*/oauth2/**"),
    DIRECTORY("/graph/**", "/login/common/**"),
    /** Served by the sandbox's SMTP server. */
    MAIL;

    private final List<PathPattern> paths;

    WireSystem(String... paths) {
        this.paths =
                Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList();
    }

    /** The patterns of all paths at which stand-ins answer. */
    public static String[] allPaths() {
        return Arrays.stream(values())
                .flatMap(system -> system.paths.stream())
                .map(PathPattern::getPatternString)
                .toArray(String[]::new);
    }

    /** The system that is served at this path, where there is one. */
    static Optional<WireSystem> at(String path) {
        var asked = PathContainer.parsePath(path);
        return Arrays.stream(values())
                .filter(system -> system.paths.stream().anyMatch(pattern -> pattern.matches(asked)))
                .findFirst();
    }

    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @JsonCreator
    static WireSystem of(String word) {
        return Arrays.stream(values())
                .filter(system -> system.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new Refusal(400, "SYSTEM_UNKNOWN", "The sandbox has no system " + word + "."));
    }
}
