package io.accountmigration.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.GetByRoleOptions;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ScreenshotType;
import io.accountmigration.docs.WrittenDocs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Somebody in front of a browser window: does what people do, and keeps pictures of what they see. */
public final class Person {

    static final Pattern SIGN_IN = Pattern.compile(".*/sign-in.*");

    private static final Duration A_MOMENT = Duration.ofMillis(500);
    private static final String PASSWORD = "sandbox";

    /** What a web application called of itself. */
    record Call(String method, String path, int status) {

        boolean isRefused() {
            return status == 400 || status == 403;
        }
    }

    private static final Pattern WEB_APPLICATION = Pattern.compile("https?://[^/]+(/camunda/api/[^?#]*).*");

    private final Page page;
    private final String pictures;
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final Set<String> notAllowed = new HashSet<>();
    private final Set<Request> underWay = ConcurrentHashMap.newKeySet();
    private String document = "";
    private volatile long lastHeardOf = System.nanoTime();

    Person(Page page, String pictures) {
        this.page = page;
        this.pictures = pictures;
        page.onResponse(response -> {
            var called = WEB_APPLICATION.matcher(response.url());
            if (called.matches()) {
                calls.add(new Call(response.request().method(), called.group(1), response.status()));
            }
        });
        page.onFrameNavigated(frame -> {
            if (frame == page.mainFrame()) {
                arrivesAt(frame.url());
            }
        });
        page.onRequest(request -> hears(() -> underWay.add(request)));
        page.onRequestFinished(request -> hears(() -> underWay.remove(request)));
        page.onRequestFailed(request -> hears(() -> underWay.remove(request)));
    }

    /** The end of a call is not always reported once its document is left, so calls of the last one count no more. */
    private void arrivesAt(String url) {
        var arrived = withoutAnchor(url);
        if (!arrived.equals(document)) {
            document = arrived;
            hears(() -> underWay.removeIf(request -> !isFor(arrived, request)));
        }
    }

    private static boolean isFor(String document, Request request) {
        return request.isNavigationRequest() && withoutAnchor(request.url()).equals(document);
    }

    private static String withoutAnchor(String url) {
        return url.replaceFirst("#.*", "");
    }

    private void hears(Runnable what) {
        what.run();
        lastHeardOf = System.nanoTime();
    }

    /** Waits until the page has made all its calls: none is under way, and for a moment none was begun. */
    void letsThePageComeToRest() {
        try {
            page.waitForCondition(() -> underWay.isEmpty() && System.nanoTime() - lastHeardOf > A_MOMENT.toNanos());
        } catch (TimeoutError late) {
            throw new AssertionError(
                    "Still under way: " + underWay.stream().map(Request::url).toList(), late);
        }
    }

    boolean isBusy() {
        return !underWay.isEmpty();
    }

    /** What the web applications in this window called of themselves. */
    List<Call> calls() {
        return calls;
    }

    /** What of it was refused, but for what this person knows not to be allowed to. */
    Stream<Call> refusedCalls() {
        return calls.stream().filter(Call::isRefused).filter(call -> notAllowed.stream()
                .noneMatch(call.path()::endsWith));
    }

    /** This person is about to try something that is refused for a reason, by a call whose path ends so. */
    void isNotAllowed(String pathEnding) {
        notAllowed.add(pathEnding);
    }

    public Page page() {
        return page;
    }

    /** A page that renews itself may take the window back at that very moment; then people just ask again. */
    public void opens(String path) {
        try {
            page.navigate(path);
        } catch (PlaywrightException takenBack) {
            if (!takenBack.getMessage().contains("net::ERR_ABORTED")) {
                throw takenBack;
            }
            page.navigate(path);
        }
    }

    void signsIn(String user) {
        page.locator("#username").fill(user);
        page.locator("#password").fill(PASSWORD);
        page.locator("form.fields button:not([formaction])").click();
        assertThat(page).not().hasURL(SIGN_IN);
    }

    /** Signs out in Tasklist, once it has asked all that it asks in the name of who is signed in. */
    public void signsOutInTasklist() {
        var menu = page.locator(".account.dropdown > a");
        menu.waitFor();
        letsThePageComeToRest();
        menu.click();
        page.getByText("Log out").click();
    }

    public void presses(String button) {
        button(button).click();
    }

    public void follows(String link) {
        link(link).click();
    }

    Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator link(String name) {
        return page.getByRole(
                AriaRole.LINK, new GetByRoleOptions().setName(name).setExact(true));
    }

    Locator heading(String name) {
        return page.getByRole(AriaRole.HEADING, new GetByRoleOptions().setName(name));
    }

    public void sees(String text) {
        assertThat(page.getByText(text).first()).isVisible();
    }

    public void doesNotSee(String text) {
        assertThat(page.getByText(text)).hasCount(0);
    }

    public void remembers(String step) {
        Pictures.ofStep(page, pictures + "-" + step);
    }

    void remembersTheFailure(String test) {
        Pictures.keep(page, pictures + "-" + test);
    }

    /** Keeps a picture of the window for the documentation. */
    void shows(String picture) {
        try {
            var small = new ScreenshotOptions().setType(ScreenshotType.JPEG).setQuality(65);
            WrittenDocs.shows(page.screenshot(small), Path.of("src", "site", "resources", "images", picture + ".jpg"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    void leave() {
        page.context().close();
    }
}
