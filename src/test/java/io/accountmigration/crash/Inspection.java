package io.accountmigration.crash;

import com.fasterxml.jackson.databind.JsonNode;
import io.accountmigration.system.Account;
import io.accountmigration.system.Reply;
import io.accountmigration.system.Visitor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * Looks from outside at a publisher whose case is over and to whom nothing is owed any more: what it finds wrong is said
 * in words. Nothing here asks the program whether it did right; it asks the systems around it, the database and its endpoints.
 */
final class Inspection {

    private final Stage stage;
    private final Callers callers;

    Inspection(Stage stage) {
        this.stage = stage;
        this.callers = new Callers(stage::endpoints);
    }

    /**
     * What is wrong with a publisher.
     *
     * @param ends to which of these it was to come; none, where it has no case
     * @param mails how many mails of a kind may have come; one, where nothing is said
     */
    List<String> violations(Account account, List<String> ends, Map<String, Long> mails) {
        var wrong = new ArrayList<String>();
        var publisherId = account.publisherId();
        var sheet = stage.sandbox().account(publisherId);
        if (!ends.isEmpty()) {
            var state = get("service", "/api/migrations/" + publisherId)
                    .path("state")
                    .asText();
            if (!ends.contains(state)) {
                wrong.add("the case ended as " + state + " and not as one of " + ends);
            }
            oneMaster(state, sheet, wrong);
            wholeTrail(publisherId, state, wrong);
        }
        wrong.addAll(DoubledEffects.of(sheet.sheet(), effects(publisherId)));
        nothingLeft(publisherId, wrong);
        noMailTwice(publisherId, mails, wrong);
        if (sheet.partnerCenterState().equals("ACTIVE")) {
            usersInStep(publisherId, wrong);
        }
        return wrong;
    }

    /** In the one portal, or in the other, and never half. */
    private static void oneMaster(String state, Account sheet, List<String> wrong) {
        var found = sheet.portalStatus() + "/" + sheet.partnerCenterState();
        var wanted = state.equals("MIGRATED") ? "READ_ONLY/ACTIVE" : "ACTIVE/";
        if (!found.equals(wanted)) {
            wrong.add("half moved: " + state + " is " + found + " and not " + wanted);
        }
    }

    /** What was changed outside, with how often. */
    Map<String, Long> effects(String publisherId) {
        return stage.sandbox().writes(publisherId).stream()
                .filter(write -> write.path("effect").asBoolean())
                .collect(Collectors.groupingBy(
                        write -> String.join(
                                " ",
                                write.path("system").asText(),
                                write.path("method").asText(),
                                write.path("path").asText()),
                        TreeMap::new,
                        Collectors.counting()));
    }

    private void nothingLeft(String publisherId, List<String> wrong) {
        var key = publisherId.toLowerCase(Locale.ROOT);
        none("locked or failed jobs", """
                select count(*) from act_ru_job j join act_ru_execution e on e.id_ = j.process_instance_id_
                where lower(e.business_key_) = ? and (j.lock_owner_ is not null or j.retries_ = 0)""", key, wrong);
        none("instances", "select count(*) from act_ru_execution where lower(business_key_) = ?", key, wrong);
        none("incidents", """
                select count(*) from act_ru_incident i join act_ru_execution e on e.id_ = i.proc_inst_id_
                where lower(e.business_key_) = ?""", key, wrong);
        none("claims", "select count(*) from migration where live_key = ?", key, wrong);
        none(
                "unsent mails",
                "select count(*) from mail where subject || ' ' like '% ' || ? || ' %'",
                publisherId,
                wrong);
        none(
                "changes that wait",
                "select count(*) from user_change where publisher_key = ? and state = 'PENDING'",
                key,
                wrong);
    }

    private void none(String what, String query, String publisher, List<String> wrong) {
        var left = stage.database().look().queryForObject(query, Long.class, publisher);
        if (left > 0) {
            wrong.add("left: " + left + " " + what);
        }
    }

    private void noMailTwice(String publisherId, Map<String, Long> allowed, List<String> wrong) {
        mails(publisherId).forEach((subject, count) -> {
            if (count > allowed.getOrDefault(subject, 1L)) {
                wrong.add("mailed under " + count + " Message-IDs: " + subject);
            }
        });
    }

    /** How many different Message-IDs came to the same address about the same, by address and subject. */
    Map<String, Long> mails(String publisherId) {
        var ids = stage.mailbox().letters().stream()
                .filter(letter -> letter.concerns(publisherId))
                .collect(Collectors.groupingBy(
                        letter -> (letter.to() + ": " + letter.subject()).replace(publisherId, "*"),
                        Collectors.mapping(Letter::messageId, Collectors.toCollection(HashSet::new))));
        return ids.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry ->
                (long) entry.getValue().size()));
    }

    private void wholeTrail(String publisherId, String state, List<String> wrong) {
        var check = callers.insist(
                        "auditor",
                        auditor -> auditor.post("/api/audit-verifications", Map.of("publisherId", publisherId)))
                .succeeded()
                .json();
        if (!check.path("intact").asBoolean()) {
            wrong.add("broken trail: " + check.path("broken"));
        }
        var events = trail(publisherId);
        if (events.isEmpty() || !events.get(events.size() - 1).equals("ENDED " + state)) {
            wrong.add("the trail does not end with " + state + ": " + events);
        }
    }

    /** The audit trail in short, without what differs from publisher to publisher. */
    List<String> trail(String publisherId) {
        return items(get("auditor", "/api/migrations/" + publisherId + "/events")
                        .path("items"))
                .map(event -> event.path("type").asText() + " "
                        + event.path("subject").asText().replace(publisherId, "*"))
                .toList();
    }

    private void usersInStep(String publisherId, List<String> wrong) {
        var sync = get("operator", "/api/publishers/" + publisherId + "/user-sync");
        // What only a push has said is confirmed by the feed, which is read rarely here.
        var parity = sync.path("parity");
        var same = parity.path("equal").asBoolean()
                || parity.path("unconfirmed").asLong() > 0
                        && parity.path("partnerCenterHash").equals(parity.path("portalHash"));
        if (!sync.path("state").asText().equals("IN_STEP") || !same) {
            wrong.add("users out of step: " + sync.path("state").asText() + " " + sync.path("parity"));
        }
    }

    private JsonNode get(String user, String path) {
        Function<Visitor, Reply> call = visitor -> visitor.get(path);
        return callers.insist(user, call).succeeded().json();
    }

    private static java.util.stream.Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
