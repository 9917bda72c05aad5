package io.accountmigration.system;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The running program, and who can knock at its endpoints. */
public record Program(String address) {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .build();

    private static final Map<String, Browser> OPEN_BROWSERS = new ConcurrentHashMap<>();

    /** A program or person who signs in with each call. */
    public Visitor as(String user) {
        return new Visitor(HTTP, address, user);
    }

    public Visitor anonymous() {
        return as(null);
    }

    /** The browser in which a person is signed in already. */
    public Browser openBrowserOf(String user) {
        return OPEN_BROWSERS.computeIfAbsent(address + " " + user, key -> browserOf(user));
    }

    /** A person in front of a new browser, signed in once. */
    public Browser browserOf(String user) {
        var browser = new Browser(address);
        browser.signIn(user, Visitor.PASSWORD);
        return browser;
    }
}
