package io.accountmigration.crash;

/** What a process instance waits for: a job or a timer that is held back, an open task, a message. */
record Waiting(Boundary boundary, String id, String instance) {

    boolean isJob() {
        return boundary.kind() == Boundary.Kind.JOB;
    }

    /** Whether it continues without a call. */
    boolean isByItself() {
        return isJob() || isTimer();
    }

    boolean isTimer() {
        return boundary.kind() == Boundary.Kind.TIMER;
    }
}
