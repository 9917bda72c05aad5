package io.accountmigration.publisher;

import java.time.Instant;

/**
 * What has become of an outage of a system: one event for the whole program and all its nodes, told in the transaction
 * that notes it.
 */
public sealed interface OutageChange {

    /** The system, as settings and metrics name it. */
    String system();

    /** It has not answered for a while: operators should know. */
    record Lasting(String system, Instant since) implements OutageChange {}

    /**
     * It answers again: what waited for it goes on.
     *
     * @param told whether it had lasted so long that operators know of it
     */
    record Ended(String system, Instant since, boolean told) implements OutageChange {}

    /** Some work should try whether the system answers again; the rest waits. */
    record ProbeDue(String system) implements OutageChange {}
}
