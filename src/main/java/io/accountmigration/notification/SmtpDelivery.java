package io.accountmigration.notification;

import io.accountmigration.migration.followup.MailDelivery;
import io.accountmigration.migration.preparation.ReturnUndeliverableAddress;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Date;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends messages to the mail server by SMTP; retries keep the Message-ID. */
@Component
class SmtpDelivery implements MailDelivery {

    private static final Logger LOG = LoggerFactory.getLogger(SmtpDelivery.class);

    private final Mails mails;
    private final JavaMailSender sender;
    private final MailSettings settings;
    private final ReturnUndeliverableAddress returnUndeliverableAddress;

    SmtpDelivery(
            Mails mails,
            JavaMailSender sender,
            MailSettings settings,
            ReturnUndeliverableAddress returnUndeliverableAddress) {
        this.mails = mails;
        this.sender = sender;
        this.settings = settings;
        this.returnUndeliverableAddress = returnUndeliverableAddress;
    }

    @Override
    @Transactional
    public void deliver(UUID mailId) {
        mails.findById(mailId).ifPresent(mail -> {
            send(mail);
            mails.delete(mail);
        });
    }

    /** A server that refuses an owner's address for good would do so each time: who waits for the mail is told instead. */
    private void send(Mail mail) {
        try {
            sender.send(messageOf(mail));
        } catch (MailSendException failed) {
            var caseId = mail.caseId().filter(id -> isRecipientRefused(failed)).orElseThrow(() -> failed);
            LOG.warn("the mail server takes no mail for an owner of case {}", caseId);
            returnUndeliverableAddress.returnTo(caseId, mail.recipient());
        }
    }

    /** Whether the server knows the mailbox and refuses it, or knows that there is none; what may pass is none of that. */
    private static boolean isRecipientRefused(MailSendException failed) {
        return Arrays.stream(failed.getMessageExceptions())
                .anyMatch(cause -> cause instanceof SendFailedException refused
                        && refused.getInvalidAddresses() != null
                        && refused.getInvalidAddresses().length > 0);
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
            // RFC 3834: no out-of-office notice answers it.
            message.setHeader("Auto-Submitted", "auto-generated");
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
