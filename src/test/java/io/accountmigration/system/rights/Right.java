package io.accountmigration.system.rights;

import io.accountmigration.system.Reply;
import io.accountmigration.system.Subject;
import java.util.Locale;
import java.util.Set;

/** What somebody may expect of a call. */
enum Right {
    /** The call is open. Whether it can be done now is another question: a case may be too far, a thing unknown. */
    YES,
    /** Shows what somebody has a grant for and hides the rest; changes nothing. */
    OWN,
    /** Refused. The engine may also hide the thing, or answer a list without it. */
    NO,
    /** A call of the engine that is open to others or to nobody, and does not reach it. */
    CLOSED,
    /** 401 for programs, the sign-in page for people. */
    SIGN_IN,
    /** Nobody offers this verb there; who is not signed in need not learn even that. */
    NO_SUCH_CALL,
    /** There is nothing, for nobody. */
    NOTHING;

    /** As people write it. */
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    boolean isKeptBy(Reply reply, Mapping call, Subject subject) {
        var status = reply.status();
        return switch (this) {
            case YES -> !isSentToSignIn(reply) && status != 403 && isDone(status) && isFound(status, call, subject);
            case OWN -> status != 401 && status < 500 && !reply.code().equals("CALL_NOT_OPEN");
            case NO ->
                call.isOfTheEngine() ? isHidden(reply, call, subject) : status == 403 || isToldOnAPage(reply, call);
            case CLOSED ->
                status == 403 && Set.of("CALL_NOT_OPEN", "NOT_ALLOWED").contains(reply.code());
            case SIGN_IN -> isSentToSignIn(reply);
            case NO_SUCH_CALL -> isSentToSignIn(reply) || status / 100 == 4;
            case NOTHING -> isSentToSignIn(reply) || status == 404;
        };
    }

    /** A system outside may be away, and the program says so. */
    private static boolean isDone(int status) {
        return status < 500 || status == 503;
    }

    /** Buttons lead back to a page, which says why nothing was done. */
    private static boolean isToldOnAPage(Reply reply, Mapping call) {
        return call.isForPeople() && !call.isHarmless() && reply.status() == 302 && !isSentToSignIn(reply);
    }

    private static boolean isFound(int status, Mapping call, Subject subject) {
        return status != 404 || !call.isHarmless() || call.isOfTheEngine() || !new Filling(subject).isWhole(call);
    }

    private static boolean isHidden(Reply reply, Mapping call, Subject subject) {
        return !reply.code().equals("CALL_NOT_OPEN")
                && (reply.status() / 100 == 4
                        || reply.isSuccess() && !subject.isToldIn(reply.text(), new Filling(subject).pathOf(call)));
    }

    static boolean isSentToSignIn(Reply reply) {
        return reply.status() == 401
                || reply.status() == 302 && reply.header("Location").orElse("").matches(".*/sign-in(\\?.*)?");
    }
}
