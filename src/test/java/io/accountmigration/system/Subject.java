package io.accountmigration.system;

import java.util.Locale;
import java.util.stream.Stream;

/** The one account whose case every call of a table is about, and the things of the engine that belong to it. */
public record Subject(
        Account account, String stranger, String task, String instance, String definition, String filter) {

    public static final String UNKNOWN = "unknown";

    public static Subject of(Program program, Account account, String stranger, String task) {
        var instance = field(program, "/task/" + task, "/processInstanceId");
        var definition = field(program, "/process-instance/" + instance, "/definitionId");
        return new Subject(account, stranger, task, instance, definition, field(program, "/filter", "/0/id"));
    }

    private static String field(Program program, String resource, String pointer) {
        return program.openBrowserOf("operator")
                .send("GET", Browser.ENGINE + resource, null)
                .succeeded()
                .json()
                .at(pointer)
                .asText();
    }

    /** The same people, and nothing of the engine. */
    public Subject ofNothing() {
        return new Subject(account, stranger, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
    }

    public boolean isOfNothing() {
        return definition.equals(UNKNOWN);
    }

    /** Null for who is not signed in. */
    public String userIdOf(Role role) {
        return switch (role) {
            case ANONYMOUS -> null;
            case OWNER -> account.owner();
            case CO_OWNER -> account.secondOwner();
            case OWNER_OF_ANOTHER -> stranger;
            case CONTRIBUTOR -> account.owner().replace("owner@", "contributor@");
            case OPERATOR, AUDITOR, SERVICE, ADMIN -> role.name().toLowerCase(Locale.ROOT);
        };
    }

    /** Whether an answer tells anything of this case that was not in the question. */
    public boolean isToldIn(String answer, String question) {
        var news = answer.replace(question, "");
        return Stream.of("\"" + account.publisherId() + "\"", account.owner(), task, instance)
                .anyMatch(news::contains);
    }
}
