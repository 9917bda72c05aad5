package io.accountmigration.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The Chromium or Chrome of this machine: the one that {@code BROWSER_PATH} names, or one in a usual place. First comes
 * the headless shell: the same engine, which draws no window and takes half the processor time.
 */
public final class InstalledBrowser {

    static final String MISSING =
            "No Chromium or Chrome was found. Install Debian's package chromium-headless-shell, or name one in BROWSER_PATH.";

    private InstalledBrowser() {}

    /** The one browser of this process: opened when it is first needed, it ends with the process. */
    public static Browser open() {
        return Opened.BROWSER;
    }

    private static final class Opened {

        /** Drives browsers, and never downloads one. */
        private static final Playwright PLAYWRIGHT = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));

        private static final Browser BROWSER = PLAYWRIGHT
                .chromium()
                .launch(new LaunchOptions()
                        .setExecutablePath(find().orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--disable-background-networking")));
    }

    static Optional<Path> find() {
        return Stream.of(
                        System.getenv("BROWSER_PATH"),
                        "/usr/bin/chromium-headless-shell",
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
