package io.accountmigration.system.rights;

import io.accountmigration.system.Account;
import io.accountmigration.system.Cases;
import io.accountmigration.system.EngineChanges;
import io.accountmigration.system.Subject;
import io.accountmigration.system.TaskCalls;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fills the calls that a program takes with the things of a subject, and with a body that would do something. */
record Filling(Subject subject) {

    private static final Pattern PART = Pattern.compile("\\{([\\w-]+)}|\\*+");
    private static final Pattern ENGINE = Pattern.compile("^(/camunda/api/engine|/engine-rest)(/engine/default)?");
    private static final Pattern AFTER_THE_MOVE = Pattern.compile(".*/(verification|user-sync)([./?].*)?");
    private static final String NEVER_MADE = "00000000-0000-0000-0000-000000000000";

    /** Steps of one path that differ by a parameter; one stands for all. */
    private static final String REMOVALS = "/user-sync/removals";

    private Account account() {
        return subject.account();
    }

    /** The path of a call with the things of the subject in it, where there are such things. */
    String pathOf(Mapping call) {
        var path = new StringBuilder();
        for (var part : call.path().split("/")) {
            if (!part.isEmpty()) {
                var before = path.substring(path.lastIndexOf("/") + 1);
                path.append('/').append(PART.matcher(part).matches() ? partAfter(before, call, part) : plain(part));
            }
        }
        if (call.path().endsWith("/")) {
            path.append('/');
        }
        return call.path().endsWith(REMOVALS) ? path.append("?approve").toString() : path.toString();
    }

    private String partAfter(String before, Mapping call, String part) {
        return switch (before) {
            case "publishers", "migrations", "accounts", "enrolments" ->
                account().publisherId();
            case "campaigns", "readiness-reports", "readiness", "cases" -> NEVER_MADE;
            case "task" -> subject.task();
            case "process-instance", "execution" -> subject.instance();
            case "process-definition" -> subject.definition();
            case "filter" -> subject.filter();
            case "engine", "base", "adminPlugins" -> "default";
            case "variables", "localVariables" -> "workEmail";
            case "key" -> known("account-migration");
            case "group" -> known("owners");
            case "user", "users" ->
                call.path().contains("/auth/") ? "default" : known(account().owner());
            default -> part.equals("{word}") ? "pause" : Subject.UNKNOWN;
        };
    }

    private String known(String thing) {
        return subject.isOfNothing() ? Subject.UNKNOWN : thing;
    }

    /** A part like {@code drift.csv}, or one with a variable within. */
    private static String plain(String part) {
        return PART.matcher(part).replaceAll(Subject.UNKNOWN);
    }

    /** Whether a thing of every variable part of the path exists. */
    boolean isWhole(Mapping call) {
        var path = pathOf(call);
        return !path.contains(Subject.UNKNOWN)
                && !path.contains(NEVER_MADE)
                && !AFTER_THE_MOVE.matcher(path).matches();
    }

    /** Null where a call has none. */
    Object bodyOf(Mapping call, String caller) {
        if (call.isHarmless() || call.verb().equals("DELETE")) {
            return null;
        }
        if (call.isOfTheEngine()) {
            // Nothing that could be taken, where somebody may do everything: he must not leave it behind.
            return subject.isOfNothing() ? List.of() : engineBody(call, caller);
        }
        return body(call.path(), caller);
    }

    private Object engineBody(Mapping call, String caller) {
        var path = ENGINE.matcher(pathOf(call)).replaceFirst("");
        if (path.endsWith("/start")) {
            return Map.of(
                    "businessKey",
                    account().publisherId(),
                    "variables",
                    Map.of("requestedBy", Cases.text(starterFor(caller))));
        }
        if (path.endsWith("/suspended")) {
            return Map.of("suspended", false);
        }
        if (path.equals("/group/owners")) {
            return Map.of("id", "owners", "name", "intruder", "type", "intruder");
        }
        var changes = EngineChanges.of(subject.instance(), subject.definition(), subject.task()).stream()
                .filter(change ->
                        change.method().equals(call.verb()) && change.resource().equals(path))
                .map(EngineChanges::body);
        var taskCalls = TaskCalls.of(subject.task(), caller).stream()
                .filter(taskCall -> taskCall.method().equals(call.verb())
                        && taskCall.resource().equals(path))
                .map(TaskCalls::body);
        return Stream.concat(changes, taskCalls)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Map.of());
    }

    private Object body(String path, String caller) {
        var publisherId = account().publisherId();
        return switch (path) {
            case "/api/migrations" -> Map.of("publisherId", publisherId, "requestedBy", starterFor(caller));
            case "/api/audit-verifications" -> Map.of("publisherId", publisherId);
            case "/api/process-upgrades" -> Map.of("dryRun", true);
            case "/api/readiness-reports" -> Map.of("publisherIds", List.of(publisherId));
            case "/sandbox/clock" -> Map.of("advance", "PT0S");
            case "/api/publishers/{publisherId}/user-changes" ->
                Map.of(
                        "changeId",
                        "change of " + caller,
                        "occurredAt",
                        Instant.EPOCH.toString(),
                        "userId",
                        "user",
                        "userPrincipalName",
                        "user@" + publisherId + ".example",
                        "operation",
                        "ADD",
                        "roles",
                        List.of("Developer"));
            case "/api/campaigns/{campaignId}/accounts/{publisherId}" ->
                Map.of("action", "LEAVE_OUT", "reason", "because");
            default -> Map.of("reason", "because");
        };
    }

    /** Nobody starts for somebody else but programs and staff. */
    private String starterFor(String caller) {
        return caller.equals(account().secondOwner()) ? caller : account().owner();
    }
}
