package io.accountmigration.web.usersync;

import io.accountmigration.usersync.ChangeState;
import io.accountmigration.usersync.comparison.DriftClass;
import io.accountmigration.usersync.operations.UserSyncView.State;
import io.accountmigration.web.page.DisplayedTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What the profile shows of the sync of its users.
 *
 * @param comparedAt when both portals were last compared, null before the first time
 * @param equality whether they were the same then, or would be if what was only pushed is true
 * @param lists what operators see in addition; null for everybody else
 * @param busy whether a look in a moment would show something else
 */
public record UserSyncModel(
        State state, DisplayedTime comparedAt, Equality equality, long waiting, Lists lists, boolean busy) {

    /** What is known about whether both sides are the same. */
    enum Equality {
        EQUAL,
        UNEQUAL,
        UNCONFIRMED
    }

    /** What operators look after; {@code stagedUntil} is when the last of the staged removals was, null without any. */
    record Lists(
            DisplayedTime watermark,
            DisplayedTime feedReadAt,
            String cockpitUrl,
            String roleMapVersion,
            Map<String, String> roles,
            String hash,
            String portalHash,
            Boolean settingsEqual,
            Quarantine quarantine,
            List<ChangeLine> failed,
            List<DriftLine> unmapped,
            List<ChangeLine> held,
            List<ChangeLine> staged,
            Instant stagedUntil,
            DisplayedTime driftAt,
            List<DriftLine> drift,
            List<ChangeLine> latest) {}

    /** {@code nextTryAt} is null when nothing is tried any more. */
    record Quarantine(String reason, DisplayedTime since, DisplayedTime nextTryAt) {}

    /** A change of a user; {@code nextTryAt} is null when it is not tried again by itself. */
    record ChangeLine(
            String user,
            String operation,
            ChangeState state,
            String reason,
            DisplayedTime occurredAt,
            DisplayedTime nextTryAt) {}

    /** One difference, or what has no counterpart, with what is done about it or by whom. */
    record DriftLine(
            DriftClass driftClass, String subject, String partnerCenter, String portal, String action, String detail) {}
}
