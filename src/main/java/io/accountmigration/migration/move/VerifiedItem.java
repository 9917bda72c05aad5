package io.accountmigration.migration.move;

import io.accountmigration.eligibility.Finding;
import io.accountmigration.partner.AccountCondition;
import java.util.List;

/**
 * One thing of the old account, and what was found of it in the new one.
 *
 * @param subject an area of settings, or a user's id in the old portal
 * @param name the user's address there, else null
 * @param finding why it was not moved, where the checks said so, or under what other sign-in a user was; else null
 * @param differences what differs, by name; {@link #MISSING} where there is nothing at all
 */
public record VerifiedItem(
        Kind kind, String subject, String name, Result result, Finding finding, List<String> differences) {

    /** Stands for a whole thing that is not there. */
    public static final String MISSING = "MISSING";

    /** What it is. */
    public enum Kind {
        /** The account itself: whether it is active. */
        ACCOUNT,
        SETTINGS,
        USER,
        /** Nothing of this kind is moved by this program. */
        OFFERS,
        /** Nothing of this kind is moved by this program. */
        PAYMENTS
    }

    /** What was found. */
    public enum Result {
        MOVED,
        NOT_MOVED,
        DIFFERS
    }

    public VerifiedItem {
        differences = List.copyOf(differences);
    }

    static VerifiedItem account(AccountCondition condition, Finding notActive) {
        var active = condition == AccountCondition.ACTIVE;
        return new VerifiedItem(
                Kind.ACCOUNT,
                Kind.ACCOUNT.name(),
                null,
                active ? Result.MOVED : Result.DIFFERS,
                active ? null : notActive,
                active ? List.of() : List.of(condition.name()));
    }

    static VerifiedItem settings(String area, List<String> differences) {
        return new VerifiedItem(Kind.SETTINGS, area, null, resultOf(differences), null, differences);
    }

    /** @param replaced what became of the sign-in, where the person has moved under another */
    static VerifiedItem user(String userId, String address, boolean arrived, Finding replaced) {
        var differences = arrived ? List.<String>of() : List.of(MISSING);
        return new VerifiedItem(
                Kind.USER, userId, address, resultOf(differences), arrived ? replaced : null, differences);
    }

    static VerifiedItem userLeftBehind(String userId, String address, Finding finding) {
        return new VerifiedItem(Kind.USER, userId, address, Result.NOT_MOVED, finding, List.of());
    }

    static VerifiedItem notPartOfTheMove(Kind kind) {
        return new VerifiedItem(kind, kind.name(), null, Result.NOT_MOVED, null, List.of());
    }

    private static Result resultOf(List<String> differences) {
        return differences.isEmpty() ? Result.MOVED : Result.DIFFERS;
    }

    boolean differs() {
        return result == Result.DIFFERS;
    }

    boolean isOfSettings() {
        return kind == Kind.SETTINGS;
    }

    /** What is wrong, for operators who look at a step that has stopped. */
    String inWords() {
        return isOfSettings()
                ? "the settings of area " + subject + " differ in Partner Center"
                : "user " + subject + " has not arrived in Partner Center";
    }
}
