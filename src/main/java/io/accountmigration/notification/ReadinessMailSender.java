package io.accountmigration.notification;

import io.accountmigration.campaign.readiness.ReadinessMails;
import org.springframework.stereotype.Component;

/** Writes to owners whose account has become ready, in the language for people who have not chosen one yet. */
@Component
class ReadinessMailSender implements ReadinessMails {

    private final MailComposer mailComposer;
    private final MailSettings settings;

    ReadinessMailSender(MailComposer mailComposer, MailSettings settings) {
        this.mailComposer = mailComposer;
        this.settings = settings;
    }

    @Override
    public void sendReady(String publisherId, String owner) {
        mailComposer.send(owner, settings.language(), "ready", "/publishers/" + publisherId, publisherId);
    }
}
