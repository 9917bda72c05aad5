package io.accountmigration.web.signin;

import io.accountmigration.web.People;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;

/** A client that keeps cookies and follows nothing by itself. */
final class Browser {

    private static final Pattern TOKEN = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient client =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;

    Browser(int port) {
        this.port = port;
    }

    HttpResponse<String> page(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8"));
    }

    HttpResponse<String> call(String path) throws IOException, InterruptedException {
        return send(request(path).header("Accept", "application/json"));
    }

    HttpResponse<String> callAs(String user, String path) throws IOException, InterruptedException {
        return send(basic(user, path).header("Accept", "application/json"));
    }

    HttpResponse<String> post(String path, String... headers) throws IOException, InterruptedException {
        var request = request(path).POST(BodyPublishers.noBody());
        return send(headers.length == 0 ? request : request.headers(headers));
    }

    HttpResponse<String> signIn(String user, String password) throws IOException, InterruptedException {
        return submit("/sign-in", "/sign-in", "username=" + encoded(user) + "&password=" + encoded(password));
    }

    /** Sends a form with the token of the page it stands on. */
    HttpResponse<String> submit(String page, String action, String fields) throws IOException, InterruptedException {
        var token = TOKEN.matcher(page(page).body());
        var form = fields + (token.find() ? "&_csrf=" + encoded(token.group(1)) : "");
        return send(request(action)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Accept", "text/html")
                .POST(BodyPublishers.ofString(form)));
    }

    HttpRequest.Builder basic(String user, String path) {
        var credentials = user + ":" + People.PASSWORD;
        return request(path)
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
