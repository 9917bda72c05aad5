package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** The control calls of the sandbox. */
public record Sandbox(Visitor admin) {

    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{8})\\s*$");

    public Account create(Kind kind) {
        return create(NewPublishers.of(kind));
    }

    public Account create(NewPublishers.NewPublisher publisher) {
        var created = admin.put("/sandbox/accounts/" + publisher.publisherId(), publisher.sheet());
        return new Account(created.succeeded().json());
    }

    public Account account(String publisherId) {
        return new Account(
                admin.get("/sandbox/accounts/" + publisherId).succeeded().json());
    }

    /** Ends the wait for the Partner Network, however long the sandbox would let it last. */
    public void acceptEnrolment(String publisherId) {
        var sheet = account(publisherId).sheet();
        ((ObjectNode) sheet.path("membership")).put("state", "ACCEPTED");
        admin.put("/sandbox/accounts/" + publisherId, sheet).succeeded();
    }

    /** The publishers that the sandbox made up by itself beside those with names. */
    List<Account> generatedAccounts() {
        return accounts().stream().filter(Sandbox::isGenerated).toList();
    }

    private static boolean isGenerated(Account account) {
        return account.sheet()
                .path("cpp")
                .path("users")
                .path(0)
                .path("address")
                .asText()
                .matches(".+@p\\d+\\.example");
    }

    private List<Account> accounts() {
        var accounts = new ArrayList<Account>();
        var cursor = "";
        do {
            var page = admin.get("/sandbox/accounts?cursor=" + encoded(cursor))
                    .succeeded()
                    .json();
            page.path("items").forEach(sheet -> accounts.add(new Account(sheet)));
            cursor = page.path("next").textValue();
        } while (cursor != null);
        return accounts;
    }

    /** Somebody edits a user entry in the old portal, or adds one. */
    public void putPortalUser(Account account, String userId, String address, String role) {
        admin.put(portalUser(account, userId), Map.of("address", address, "roles", List.of(role)))
                .succeeded();
    }

    /** Somebody deletes a user entry in the old portal. */
    public void deletePortalUser(Account account, String userId) {
        admin.delete(portalUser(account, userId)).succeeded();
    }

    private static String portalUser(Account account, String userId) {
        return "/sandbox/accounts/" + account.publisherId() + "/cpp/users/" + userId;
    }

    public List<JsonNode> mailTo(String address) {
        return list(admin.get("/sandbox/mailbox?to=" + encoded(address)));
    }

    /** The newest confirmation code that was sent to an address. */
    public Optional<String> codeFor(String address) {
        return mailTo(address).stream()
                .map(mail -> CODE.matcher(mail.path("text").asText()))
                .filter(matcher -> matcher.find())
                .map(matcher -> matcher.group(1))
                .findFirst();
    }

    /** The newest confirmation code, as soon as its mail has arrived. */
    public String awaitCode(String address) {
        return Cases.patiently("a code for " + address)
                .until(() -> codeFor(address), Optional::isPresent)
                .orElseThrow();
    }

    public void order(Fault fault) {
        admin.post("/sandbox/faults", fault).succeeded();
    }

    public void removeFaults() {
        admin.delete("/sandbox/faults").succeeded();
    }

    /** The writes that outside systems saw for a publisher. */
    public List<JsonNode> writes(String publisherId) {
        return list(admin.get("/sandbox/writes?publisherId=" + encoded(publisherId)));
    }

    public void advanceClock(String duration) {
        admin.post("/sandbox/clock", Map.of("advance", duration)).succeeded();
    }

    private static List<JsonNode> list(Reply reply) {
        return StreamSupport.stream(reply.succeeded().json().spliterator(), false)
                .toList();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
