package io.accountmigration.hostile;

import java.util.List;

/**
 * Something that happens in a world.
 *
 * @param who the person whom it concerns
 * @param number how often, how long, or which of several ways
 */
record Event(Kind kind, String who, int number) {

    /** What can happen; {@code %1$s} is who, {@code %2$d} the number. */
    enum Kind {
        START("%1$s starts the migration"),
        ANSWER("the owner answers what is asked"),
        ANSWER_WITH_ADDRESS_OF("the owner answers with the address of %1$s"),
        ANSWER_WITH_NEW_ADDRESS("the owner answers with an address that nobody has yet"),
        TAKE_OVER("%1$s takes the task over"),
        CANCEL("an operator gives the migration up"),
        JOB("a job runs"),
        JOBS("all jobs run that are due"),
        CRASH("the program ends before a job commits"),
        RESTORE("the migration goes on, and then the database is restored from before that"),
        WAIT("%2$d minutes pass"),
        WAIT_LONG("%2$d hours pass"),
        ADOPT("publishers that have moved are looked for"),
        REPEATED_WRITE("a write arrives twice, after %2$d others"),
        LATE_WRITE("a write arrives late, after %2$d others"),
        ENROL("the company enrols"),
        LOSE_TENANT("the company's second tenant is taken out of its membership"),
        EDIT_BETWEEN_CALLS("%1$s changes between two calls"),
        FAULT("trouble number %2$d begins"),
        NO_MORE_FAULTS("all troubles end"),
        JOIN_PORTAL("%1$s is added in Cloud Partner Portal"),
        LEAVE_PORTAL("%1$s is deleted in Cloud Partner Portal"),
        DISABLE_IN_PORTAL("%1$s is disabled in Cloud Partner Portal"),
        DEMOTE_IN_PORTAL("%1$s becomes a contributor in Cloud Partner Portal"),
        JOIN("%1$s is added in Partner Center as a developer"),
        PROMOTE("%1$s becomes a manager in Partner Center"),
        DEMOTE("%1$s becomes a developer in Partner Center"),
        ROLE_WITHOUT_ACCESS("%1$s becomes a marketer in Partner Center"),
        LEAVE("%1$s is removed in Partner Center"),
        RENAME("%1$s has another address in Partner Center from now on"),
        CHANGE_CASE("the address of %1$s is written in capitals in Partner Center from now on"),
        RECREATE("%1$s is removed and added again under another id in Partner Center"),
        SWAP("%1$s and Ann swap their addresses in Partner Center"),
        ALL_BUT_ONE_LEAVE("all but %1$s are removed in Partner Center"),
        LOSE_ACTIVATION("Partner Center loses the activation of the account"),
        POLL("the feed is read"),
        PUSH("the state of %1$s is pushed"),
        PUSH_TWICE("the state of %1$s is pushed twice"),
        WAKE("what is due for the user sync begins"),
        RECONCILE("an operator has all users compared"),
        LOOK_UP("an operator has %1$s looked up"),
        APPROVE("an operator approves the removals"),
        REJECT("an operator rejects the removals"),
        RETRY("an operator retries what failed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    private static final List<Kind> BETWEEN = List.of(
            Kind.LEAVE_PORTAL,
            Kind.DISABLE_IN_PORTAL,
            Kind.DEMOTE_IN_PORTAL,
            Kind.JOIN_PORTAL,
            Kind.JOIN,
            Kind.LEAVE,
            Kind.PROMOTE,
            Kind.DEMOTE,
            Kind.RENAME,
            Kind.SWAP);

    /** What happens between two calls, where that is what happens. */
    Event between() {
        return new Event(BETWEEN.get(number % BETWEEN.size()), who, number);
    }

    String sentence() {
        if (kind == Kind.EDIT_BETWEEN_CALLS) {
            return "before the call after " + number % 7 + " others, "
                    + between().sentence();
        }
        return kind == Kind.FAULT ? Trouble.of(number).toString() : kind.words.formatted(who, number);
    }
}
