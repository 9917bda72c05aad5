package io.accountmigration.notification;

import io.accountmigration.campaign.readiness.ReadinessMails;
import org.springframework.stereotype.Component;

/** Writes to owners whose account has become ready, in the language for people who have not chosen one yet. */
@Component
class ReadinessMailbox implements ReadinessMails {

    private final Outbox outbox;
    private final MailSettings settings;

    ReadinessMailbox(Outbox outbox, MailSettings settings) {
        this.outbox = outbox;
        this.settings = settings;
    }

    @Override
    public void sendReady(String publisherId, String owner) {
        outbox.send(owner, settings.language(), "ready", "/publishers/" + publisherId, publisherId);
    }
}
