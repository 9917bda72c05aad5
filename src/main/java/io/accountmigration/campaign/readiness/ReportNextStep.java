package io.accountmigration.campaign.readiness;

import java.time.Instant;

/** The next step of a report. */
public sealed interface ReportNextStep {

    /** With the next job, now. */
    record GoOn() implements ReportNextStep {}

    /** With a job at this time: until then no more calls are allowed, or nothing answers. */
    record Wait(Instant until) implements ReportNextStep {}

    /** Not at all: every account was looked at. */
    record End() implements ReportNextStep {}
}
