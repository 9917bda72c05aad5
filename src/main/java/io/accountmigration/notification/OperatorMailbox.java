package io.accountmigration.notification;

import io.accountmigration.usersync.FailureReason;
import io.accountmigration.usersync.UserSyncAlerts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Writes to operators what needs them. */
@Component
class OperatorMailbox implements UserSyncAlerts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Outbox outbox;

    OperatorMailbox(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void quarantined(String publisherId, FailureReason reason, Instant until) {
        outbox.sendToOperators("quarantined", page(publisherId), publisherId, reason.name(), TIME.format(until));
    }

    @Override
    public void removalsStaged(String publisherId, int count) {
        outbox.sendToOperators("removals", page(publisherId), publisherId, String.valueOf(count));
    }

    private static String page(String publisherId) {
        return "/publishers/" + publisherId;
    }
}
