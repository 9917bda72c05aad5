package io.accountmigration.sandbox.mail;

import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;

/** A mail as one of its recipients got it; {@code text} or {@code html} is absent where the mail has no such part. */
public record ReceivedMail(String messageId, String to, String subject, String text, String html, Instant sentAt) {

    static ReceivedMail of(MimeMessage message, String to) throws MessagingException {
        var sent = message.getSentDate();
        return new ReceivedMail(
                message.getMessageID(),
                to,
                message.getSubject(),
                find(message, "text/plain"),
                find(message, "text/html"),
                sent == null ? null : sent.toInstant());
    }

    private static String find(Part part, String type) throws MessagingException {
        try {
            if (part.isMimeType(type)) {
                return part.getContent().toString();
            }
            return part.getContent() instanceof Multipart parts ? find(parts, type) : null;
        } catch (IOException e) {
            throw new UncheckedIOException("A mail cannot be read", e);
        }
    }

    private static String find(Multipart parts, String type) throws MessagingException {
        for (int i = 0; i < parts.getCount(); i++) {
            BodyPart part = parts.getBodyPart(i);
            var found = find(part, type);
            if (found != null) {
                return found;
            }
        }
        return null;
    }
}
