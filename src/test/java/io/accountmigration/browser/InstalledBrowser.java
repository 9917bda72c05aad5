package io.accountmigration.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The Chromium or Chrome of this machine: the one that {@code BROWSER_PATH} names, or one in a usual place. */
final class InstalledBrowser {

    static final String MISSING =
            "No Chromium or Chrome was found. Install Debian's package chromium, or name one in BROWSER_PATH.";

    private InstalledBrowser() {}

    static Optional<Path> find() {
        return Stream.of(
                        System.getenv("BROWSER_PATH"),
                        "/usr/bin/chromium",
                        "/usr/bin/chromium-browser",
                        "/usr/bin/google-chrome",
                        "/usr/bin/google-chrome-stable",
                        "/snap/bin/chromium",
                        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
                        "/Applications/Chromium.app/Contents/MacOS/Chromium",
                        "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe")
                .filter(Objects::nonNull)
                .filter(path -> !path.isBlank())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
