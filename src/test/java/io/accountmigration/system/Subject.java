package io.accountmigration.system;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The one account whose case every call of a table is about, and the things of the engine that belong to it. */
record Subject(Account account, String stranger, String task, String instance, String definition, String filter) {

    private static final Pattern PART = Pattern.compile("\\{([\\w-]+)}|\\*+");
    private static final Pattern AFTER_THE_MOVE = Pattern.compile(".*/(verification|user-sync)([./].*)?");
    private static final String UNKNOWN = "unknown";

    /** The same people, and nothing of the engine. */
    Subject ofNothing() {
        return new Subject(account, stranger, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    private boolean isOfNothing() {
        return definition.equals(UNKNOWN);
    }

    String userIdOf(Role role) {
        return switch (role) {
            case ANONYMOUS -> null;
            case OWNER -> account.owner();
            case OTHER_OWNER -> stranger;
            case CONTRIBUTOR -> account.owner().replace("owner@", "contributor@");
            default -> role.name().toLowerCase(java.util.Locale.ROOT);
        };
    }

    /** The path of a call with the things of this account in it, where there are such things. */
    String pathOf(Mapping mapping) {
        var path = new StringBuilder();
        for (var part : mapping.path().split("/")) {
            if (!part.isEmpty()) {
                var before = path.substring(path.lastIndexOf("/") + 1);
                path.append('/').append(PART.matcher(part).matches() ? partAfter(before, part) : plain(part));
            }
        }
        return path.isEmpty() ? "/" : path.toString();
    }

    /** Whether a thing of every variable part of the path exists. */
    boolean knows(Mapping mapping) {
        return !pathOf(mapping).contains(UNKNOWN)
                && !AFTER_THE_MOVE.matcher(mapping.path()).matches();
    }

    /** Whether an answer tells anything of this case. */
    boolean isToldIn(String answer) {
        return Stream.of(account.publisherId(), account.owner(), task, instance).anyMatch(answer::contains);
    }

    Object bodyOf(Mapping mapping, String caller) {
        return mapping.verb().equals("GET") || mapping.verb().equals("DELETE")
                ? null
                : bodies(caller).getOrDefault(pathOf(mapping), knownToTheEngine(mapping, caller));
    }

    private Object knownToTheEngine(Mapping mapping, String caller) {
        var path = pathOf(mapping).replaceFirst("^(/camunda/api/engine|/engine-rest)(/engine/default)?", "");
        return Stream.concat(
                        EngineChanges.of(instance, definition, task).stream()
                                .filter(call -> call.method().equals(mapping.verb())
                                        && call.resource().equals(path))
                                .map(EngineChanges::body),
                        TaskCalls.of(task, caller).stream()
                                .filter(call -> call.method().equals(mapping.verb())
                                        && call.resource().equals(path))
                                .map(TaskCalls::body))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(Map.of());
    }

    private Map<String, Object> bodies(String caller) {
        var publisher = account.publisherId();
        var reason = Map.of("reason", "because");
        var change = new HashMap<String, Object>(
                Map.of("changeId", "change of " + caller, "occurredAt", Instant.EPOCH.toString(), "userId", "user"));
        change.put("userPrincipalName", "user@" + publisher + ".example");
        change.put("operation", "ADD");
        change.put("roles", List.of("Developer"));
        return Map.of(
                "/api/migrations",
                Map.of("publisherId", publisher, "requestedBy", account.owner()),
                "/api/publishers/" + publisher + "/user-sync/removals/approve",
                reason,
                "/api/publishers/" + publisher + "/user-sync/removals/reject",
                reason,
                "/api/publishers/" + publisher + "/user-changes",
                change,
                "/api/process-upgrades",
                Map.of("dryRun", true),
                "/api/readiness-reports",
                Map.of("publisherIds", List.of(publisher)),
                "/sandbox/clock",
                Map.of("advance", "PT0S"));
    }

    private String partAfter(String before, String part) {
        return switch (before) {
            case "publishers", "migrations", "accounts", "enrolments" -> account.publisherId();
            case "task" -> task;
            case "process-instance", "execution" -> instance;
            case "process-definition" -> definition;
            case "filter" -> filter;
            case "key" -> isOfNothing() ? UNKNOWN : "account-migration";
            case "engine" -> "default";
            case "variables", "localVariables" -> "workEmail";
            case "user", "users" -> isOfNothing() ? UNKNOWN : account.owner();
            case "group" -> isOfNothing() ? UNKNOWN : "owners";
            default -> part.startsWith("*") ? "x" : UNKNOWN;
        };
    }

    /** A part like {@code drift.csv}, or one with a variable within. */
    private static String plain(String part) {
        return PART.matcher(part).replaceAll(UNKNOWN);
    }
}
