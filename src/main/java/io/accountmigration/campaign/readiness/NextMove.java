package io.accountmigration.campaign.readiness;

import java.time.Instant;

/** How a report goes on. */
public sealed interface NextMove {

    /** With the next job, now. */
    record GoOn() implements NextMove {}

    /** With a job at this time: until then no more calls are allowed, or nothing answers. */
    record Wait(Instant until) implements NextMove {}

    /** Not at all: every account was looked at. */
    record End() implements NextMove {}
}
