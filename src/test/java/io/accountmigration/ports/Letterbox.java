package io.accountmigration.ports;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Keeps the messages that the program hands to its mail server. */
public class Letterbox extends JavaMailSenderImpl {

    public record Letter(String to, String subject, String text) {}

    private final List<Letter> letters = new ArrayList<>();

    public List<Letter> letters() {
        return List.copyOf(letters);
    }

    public void clear() {
        letters.clear();
    }

    @Override
    public void doSend(MimeMessage[] messages, Object[] originals) {
        for (var message : messages) {
            try {
                var to = message.getAllRecipients()[0].toString();
                letters.add(new Letter(to, message.getSubject(), firstText(message.getContent())));
            } catch (MessagingException | IOException unreadable) {
                throw new IllegalStateException(unreadable);
            }
        }
    }

    private static String firstText(Object content) throws MessagingException, IOException {
        return content instanceof MimeMultipart parts
                ? firstText(parts.getBodyPart(0).getContent())
                : content.toString();
    }
}
