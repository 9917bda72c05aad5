package io.accountmigration.system;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** One way in which the move of an account can fail until somebody looks after it. */
record MoveFailure(Point point, Way way) {

    /** The calls of the move, in their order, with how many calls of the same shape the move makes before. */
    enum Point {
        ASK_FOR_LOCK("cpp", "GET", "/api/publishers/{id}", 0),
        LOCK("cpp", "PUT", "/api/publishers/{id}/lock", 0),
        ASK_FOR_ACCOUNT("partner-center", "GET", "/v1/accounts", 0),
        OPEN_ACCOUNT("partner-center", "POST", "/v1/accounts", 0),
        READ_SETTINGS("cpp", "GET", "/api/publishers/{id}", 1),
        ASK_FOR_SETTINGS("partner-center", "GET", "/v1/accounts/", 0),
        PUT_SETTINGS("partner-center", "PUT", "/v1/accounts/", 0),
        PUT_LAST_SETTINGS("partner-center", "PUT", "/v1/accounts/", 2),
        READ_MEMBERS("partner-center", "GET", "/v1/roles/", 0),
        READ_USERS("cpp", "GET", "/api/publishers/{id}/users", 0),
        ADD_USER("partner-center", "POST", "/v1/roles/", 0),
        ADD_LAST_USER("partner-center", "POST", "/v1/roles/", 1),
        VERIFY_PUBLISHER("cpp", "GET", "/api/publishers/{id}", 3),
        VERIFY_SETTINGS("partner-center", "GET", "/v1/accounts/", 3),
        VERIFY_MEMBERS("partner-center", "GET", "/v1/roles/", 4),
        ASK_FOR_SWITCH("cpp", "GET", "/api/publishers/{id}", 5),
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
            return compareTo(ASK_FOR_SWITCH) < 0;
        }

        private Fault fault(String publisherId) {
            return Fault.of(system, method, path.replace("{id}", publisherId)).after(before);
        }

        /** The reads with which the next tries ask whether the write had happened; they fail as often as they are made. */
        private Fault questionAfterwards(String publisherId) {
            var question =
                    switch (this) {
                        case LOCK ->
                            Fault.of("cpp", "GET", "/api/publishers/" + publisherId)
                                    .after(1);
                        case OPEN_ACCOUNT ->
                            Fault.of("partner-center", "GET", "/v1/accounts").after(1);
                        case PUT_SETTINGS ->
                            Fault.of("partner-center", "GET", "/v1/accounts/").after(1);
                        case PUT_LAST_SETTINGS ->
                            Fault.of("partner-center", "GET", "/v1/accounts/").after(3);
                        case ADD_USER ->
                            Fault.of("partner-center", "GET", "/v1/roles/").after(3);
                        case ADD_LAST_USER ->
                            Fault.of("partner-center", "GET", "/v1/roles/").after(4);
                        case SWITCH ->
                            Fault.of("cpp", "GET", "/api/publishers/" + publisherId)
                                    .after(6);
                        default -> throw new IllegalArgumentException(this + " asks no question afterwards");
                    };
            return question.times(2);
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
        var faults = new ArrayList<Fault>();
        faults.add(drop.times(1));
        faults.add(point.questionAfterwards(publisherId));
        return faults;
    }

    @Override
    public String toString() {
        return point + " " + way;
    }
}
