package io.accountmigration.notification;

import io.accountmigration.migration.followup.MailDelivery;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.UUID;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages to the mail server by SMTP; retries keep the Message-ID. */
@Component
class SmtpDelivery implements MailDelivery {

    private final Mails mails;
    private final JavaMailSender sender;
    private final MailSettings settings;

    SmtpDelivery(Mails mails, JavaMailSender sender, MailSettings settings) {
        this.mails = mails;
        this.sender = sender;
        this.settings = settings;
    }

    @Override
    @Transactional
    public void deliver(UUID mailId) {
        mails.findById(mailId).ifPresent(mail -> {
            sender.send(messageOf(mail));
            mails.delete(mail);
        });
    }

    private MimeMessage messageOf(Mail mail) {
        var domain = settings.from().substring(settings.from().indexOf('@') + 1);
        var message = new MessageWithId(sender.createMimeMessage(), "<" + mail.id() + "@" + domain + ">");
        try {
            var helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(mail.recipient());
            helper.setSubject(mail.subject());
            helper.setText(mail.textBody(), mail.htmlBody());
            helper.setSentDate(Date.from(mail.createdAt()));
            return message;
        } catch (MessagingException broken) {
            throw new MailPreparationException("the message cannot be composed", broken);
        }
    }

    /** Keeps its Message-ID when it is saved; the library would make a new one for each try. */
    private static class MessageWithId extends MimeMessage {

        private final String messageId;

        MessageWithId(MimeMessage template, String messageId) {
            super(template.getSession());
            this.messageId = messageId;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", messageId);
        }
    }
}
