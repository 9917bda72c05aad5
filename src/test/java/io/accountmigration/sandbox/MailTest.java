package io.accountmigration.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.mail.MessagingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

class MailTest extends SandboxTest {

    @Autowired
    private JavaMailSender sender;

    @Test
    void theMailboxHoldsBothPartsNewestFirst() throws Exception {
        send("owner@contoso.com", "First");
        send("owner@fabrikam.com", "Elsewhere");
        send("owner@contoso.com", "Second");

        var mails = control("GET", "/mailbox?to=Owner@contoso.com", null).body();

        assertThat(mails.findValuesAsText("subject")).containsExactly("Second", "First");
        assertThat(mails.at("/0/to").asText()).isEqualTo("owner@contoso.com");
        assertThat(mails.at("/0/text").asText()).contains("Your code:", "123456");
        assertThat(mails.at("/0/html").asText()).contains("<b>123456</b>");
        assertThat(mails.at("/0/messageId").asText()).startsWith("<");
        assertThat(mails.at("/0/sentAt").asText()).isNotBlank();
        assertThat(control("GET", "/mailbox", null).body()).hasSize(3);
    }

    @ParameterizedTest
    @CsvSource({"STATUS, 0", "RESET, 0", "DROP_AFTER_EFFECT, 1"})
    void aFaultOfTheMailServerIsSeenByTheSender(String kind, int received) throws Exception {
        control("POST", "/faults", "{\"system\":\"mail\",\"kind\":\"" + kind + "\"}");

        assertThatExceptionOfType(MailException.class).isThrownBy(() -> send("owner@contoso.com", "Lost"));

        assertThat(control("GET", "/mailbox", null).body()).hasSize(received);
        send("owner@contoso.com", "Again");
        assertThat(control("GET", "/mailbox", null).body()).hasSize(received + 1);
    }

    private void send(String to, String subject) throws MessagingException {
        var message = sender.createMimeMessage();
        var helper = new MimeMessageHelper(message, true);
        helper.setFrom("sandbox@account-migration.example");
        helper.setTo(to);
        helper.setSubject(subject);
        helper.setText("Your code:\n\n123456\n", "<p>Your code: <b>123456</b></p>");
        sender.send(message);
    }
}
