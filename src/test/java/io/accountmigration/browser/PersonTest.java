package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When a page has come to rest, and what is said of one that does not. */
@NeedsBrowser
class PersonTest {

    private static final String BEGINS_A_CALL = "fetch('/never'), undefined";

    private HttpServer server;
    private Person person;

    @BeforeEach
    void openAPageWhoseCallsAreNeverAnswered() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/page", PersonTest::answer);
        server.createContext("/never", unanswered -> {});
        server.createContext("/half", PersonTest::beginToAnswer);
        server.start();
        var address = "http://127.0.0.1:" + server.getAddress().getPort();
        var page = InstalledBrowser.open()
                .newContext(new NewContextOptions().setBaseURL(address))
                .newPage();
        person = new Person(page, "person");
        person.opens("/page");
        person.letsThePageComeToRest();
    }

    @AfterEach
    void close() {
        person.leave();
        server.stop(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                BEGINS_A_CALL,
                "fetch('/never', {method: 'POST', keepalive: true}), undefined",
                "Array.from({length: 20}, (_, number) => fetch('/never?' + number)).length",
                "fetch('/half').then(answer => answer.text()), undefined",
                "document.body.append(Object.assign(document.createElement('script'), {src: '/half'}))",
                "window.source = new EventSource('/never'), undefined",
                "navigator.sendBeacon('/never', 'seen')",
                "document.body.append(Object.assign(new Image(), {src: '/never'}))",
                "window.frame = Object.assign(document.createElement('iframe'), {src: '/never'});"
                        + " document.body.append(window.frame)",
            })
    void callsOfAPageThatWasLeftDoNotCount(String call) {
        person.page().evaluate(call);
        person.page().waitForCondition(person::isBusy);

        person.opens("about:blank");
        person.letsThePageComeToRest();

        assertThat(person.isBusy()).isFalse();
    }

    @Test
    void anotherAnchorOfThePageLeavesItBusy() {
        person.page().evaluate(BEGINS_A_CALL);
        person.page().waitForCondition(person::isBusy);

        person.page().evaluate("location.hash = '#/elsewhere'");
        person.page().waitForURL("**/page#/elsewhere");

        assertThat(person.isBusy()).isTrue();
    }

    @Test
    void aPageThatDoesNotComeToRestTellsItsOpenCalls() {
        person.page().setDefaultTimeout(2000);
        person.page().evaluate(BEGINS_A_CALL);

        assertThatExceptionOfType(AssertionError.class)
                .isThrownBy(person::letsThePageComeToRest)
                .withMessageMatching("Still under way: \\[http://127\\.0\\.0\\.1:\\d+/never]");
    }

    private static void beginToAnswer(HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 100_000);
        exchange.getResponseBody().write(new byte[10_000]);
        exchange.getResponseBody().flush();
    }

    private static void answer(HttpExchange exchange) throws IOException {
        var page = "<!DOCTYPE html><title>A page</title>".getBytes(StandardCharsets.US_ASCII);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
    }
}
