package io.accountmigration.system;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One way in which the move of an account can fail until somebody looks after it. */
record MoveFailure(Point point, Way way) {

    /** The calls of the move, in their order, with how many calls of the same shape the move makes before. */
    enum Point {
        ASK_FOR_OWNERS("cpp", "GET", "/api/publishers/{id}", 0),
        LOCK("cpp", "PUT", "/api/publishers/{id}/lock", 0),
        OPEN_ACCOUNT("partner-center", "POST", "/v1/accounts", 0),
        PUT_SETTINGS("partner-center", "PUT", "/v1/accounts/", 0),
        PUT_LAST_SETTINGS("partner-center", "PUT", "/v1/accounts/", 2),
        ADD_USER("partner-center", "POST", "/v1/roles/", 0),
        ADD_LAST_USER("partner-center", "POST", "/v1/roles/", 1),
        VERIFY_SETTINGS("partner-center", "GET", "/v1/accounts/", 0),
        VERIFY_MEMBERS("partner-center", "GET", "/v1/roles/", 0),
        VERIFY_USERS("cpp", "GET", "/api/publishers/{id}", 1),
        SWITCH("cpp", "POST", "/api/publishers/{id}/switch", 0),
        ACTIVATE("partner-center", "POST", "/v1/accounts/", 0);

        private final String system;
        private final String method;
        private final String path;
        private final int before;

        Point(String system, String method, String path, int before) {
            this.system = system;
            this.method = method;
            this.path = path;
            this.before = before;
        }

        boolean isWrite() {
            return !method.equals("GET");
        }

        boolean isBeforeThePointOfNoReturn() {
            return compareTo(SWITCH) < 0;
        }

        private Fault fault(String publisherId) {
            return Fault.of(system, method, path.replace("{id}", publisherId)).after(before);
        }

        /** The looks for the write, and the reads of the next tries; they fail until three tries have failed. */
        private Fault looks(String publisherId) {
            return switch (this) {
                // The next tries ask for the owners before they write.
                case LOCK ->
                    Fault.of("cpp", "GET", "/api/publishers/" + publisherId).after(1);
                case OPEN_ACCOUNT -> Fault.of("partner-center", "GET", "/v1/accounts");
                case PUT_SETTINGS, PUT_LAST_SETTINGS -> Fault.of("partner-center", "GET", "/v1/accounts/");
                // Nobody looks for an added user at once: the next tries read the members.
                case ADD_USER, ADD_LAST_USER ->
                    Fault.of("partner-center", "GET", "/v1/roles/").times(2);
                case SWITCH ->
                    Fault.of("cpp", "GET", "/api/publishers/" + publisherId).after(2);
                default -> throw new IllegalArgumentException(this + " is not looked for");
            };
        }

        /** Whether the next tries write again without another read that fails before. */
        private boolean isWrittenAgain() {
            return this != LOCK && this != ADD_USER && this != ADD_LAST_USER;
        }
    }

    /** How a call fails. */
    enum Way {
        REFUSED,
        CUT_OFF,
        /** The write had its effect, and neither its answer nor a later look at it comes through. */
        ANSWER_LOST
    }

    static Stream<MoveFailure> all() {
        return Arrays.stream(Point.values()).flatMap(point -> Arrays.stream(Way.values())
                .filter(way -> way != Way.ANSWER_LOST || point.isWrite())
                .map(way -> new MoveFailure(point, way)));
    }

    /** The faults that let the first three tries of the step fail and the next one succeed. */
    List<Fault> faults(String publisherId) {
        var fault = point.fault(publisherId);
        return switch (way) {
            case REFUSED -> List.of(fault);
            case CUT_OFF -> List.of(fault.kind("RESET"));
            case ANSWER_LOST -> answerLost(publisherId, fault.kind("DROP_AFTER_EFFECT"));
        };
    }

    private List<Fault> answerLost(String publisherId, Fault drop) {
        if (point == Point.ACTIVATE) {
            return List.of(drop);
        }
        return List.of(point.isWrittenAgain() ? drop : drop.times(1), point.looks(publisherId));
    }

    @Override
    public String toString() {
        return point + " " + way;
    }
}
