package io.accountmigration.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A person's browser: cookies, one sign-in by form, and the tokens that the program asks of forms and scripts. */
public final class Browser {

    /** The engine's resources as its web applications call them. */
    public static final String ENGINE = "/camunda/api/engine/engine/default";

    private static final Pattern FORM_TOKEN = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"");

    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(30))
            .cookieHandler(cookies)
            .build();
    private final String address;

    public Browser(String address) {
        this.address = address;
    }

    void signIn(String user, String password) {
        var reply = submit("/sign-in", "/sign-in", Map.of("username", user, "password", password));
        assertThat(reply.status()).as(reply.toString()).isEqualTo(302);
        assertThat(reply.header("Location").orElse("")).doesNotContain("failed");
        // The one web application that everybody may open; it hands out the token that changes must carry.
        assertThat(open("/camunda/app/welcome/default/").status()).isEqualTo(200);
        assertThat(engineToken()).isPresent();
    }

    /** Opens a page as a person does who types its address. */
    public Reply open(String path) {
        return send("GET", path, null, Map.of("Accept", "text/html"));
    }

    /** Opens a page and sends one of its forms. */
    Reply submit(String page, String action, Map<String, String> fields) {
        var all = new java.util.LinkedHashMap<>(fields);
        formTokenOn(page).ifPresent(token -> all.put("_csrf", token));
        var body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return send("POST", action, body, Map.of("Content-Type", "application/x-www-form-urlencoded"));
    }

    /** What the forms of the pages carry, for who is signed in. */
    public String formToken() {
        return formTokenOn("/").orElseThrow();
    }

    private Optional<String> formTokenOn(String page) {
        return FORM_TOKEN
                .matcher(open(page).text())
                .results()
                .map(token -> token.group(1))
                .findFirst();
    }

    /** A call that a script of the web applications makes, with the token it reads from its cookie. */
    public Reply call(String method, String path, Object body) {
        return send(method, path, Visitor.json(body));
    }

    public Reply send(String method, String path, String body) {
        var headers = new java.util.HashMap<String, String>();
        headers.put("Accept", "application/hal+json, application/json; q=0.5");
        if (body != null) {
            headers.put("Content-Type", "application/json");
        }
        engineToken().ifPresent(token -> headers.put("X-XSRF-TOKEN", token));
        return send(method, path, body, headers);
    }

    Optional<String> engineToken() {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public Reply send(String method, String path, String body, Map<String, String> headers) {
        var request = HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofMinutes(2));
        request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        headers.forEach(request::setHeader);
        return Visitor.send(http, request.build());
    }
}
