package io.accountmigration.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.clearInvocations;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Header;
import jakarta.mail.internet.MimeMessage;
import java.text.MessageFormat;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mock.env.MockEnvironment;

/** What arrives at a mail server when names and addresses try to be more than that. */
class MailHeadersTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-02T09:00:00Z"), ZoneOffset.UTC);
    private static final MailSettings SETTINGS = new MailSettings(
            "no-reply@migration.example", "operators@migration.example", Locale.ENGLISH, "http://localhost:{port}");

    private final MockEnvironment environment = new MockEnvironment();
    private final Mails mails = mock();
    private final GreenMail server = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    @BeforeEach
    void listen() {
        server.start();
        sender.setHost("127.0.0.1");
        sender.setPort(server.getSmtp().getPort());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Contoso\r\nBcc: intruder@example.com",
                "Contoso\nBcc: intruder@example.com",
                "Contoso\rBcc: intruder@example.com",
                "Contoso\u2028Bcc: intruder@example.com",
                "Contoso\u0085\u0000\u000bBcc: intruder@example.com",
                "Contoso\r\n\r\nA second body\r\n.\r\nMAIL FROM:<x@example.com>"
            })
    void aNameStaysOnItsLine(String publisherId) throws Exception {
        var received = sent("owner@contoso.com", publisherId);

        assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly("owner@contoso.com");
        assertThat(received.getSubject()).contains("Contoso", "Partner Center").doesNotContain("\n", "\r", "\u2028");
        assertThat(Collections.list(received.getAllHeaders()))
                .extracting(Header::getName)
                .doesNotContain("Bcc")
                .doesNotHaveDuplicates();
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void noMailAsksForAnAutomaticAnswer() throws Exception {
        assertThat(sent("owner@contoso.com", "contoso").getHeader("Auto-Submitted"))
                .containsExactly("auto-generated");
    }

    @Test
    void aNameThatIsNoPartOfAnAddressStillHasALink() throws Exception {
        var received = sent("owner@contoso.com", "Contoso & Sons/100%");

        assertThat(received.getSubject()).contains("Contoso & Sons/100%");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner@contoso.com\r\nBcc: intruder@example.com",
                "owner@contoso.com, intruder@example.com",
                "owner@contoso.com>\r\nRCPT TO:<intruder@example.com",
                "owner@contoso.com\r\nDATA"
            })
    void anAddressThatWouldBeMoreThanOneIsNotSentTo(String recipient) {
        assertThatThrownBy(() -> sent(recipient, "contoso")).isInstanceOf(MailException.class);

        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void aLinkLeadsToTheChosenPortBeforeTheProgramListensAndToItsOwnAfterwards() {
        environment.setProperty("server.port", "18080");
        var early = mails.findById(queued("owner@contoso.com", "contoso")).orElseThrow();
        clearInvocations(mails);
        environment.setProperty("local.server.port", "18081");
        var late = mails.findById(queued("owner@contoso.com", "contoso")).orElseThrow();

        assertThat(early.htmlBody()).contains("http://localhost:18080/migrations/contoso");
        assertThat(late.htmlBody()).contains("http://localhost:18081/migrations/contoso");
    }

    /** One or many: the words fit the number. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void theNumberOfRemovalsStandsApartFromTheWords(String language) {
        var texts = ResourceBundle.getBundle("texts/mails", Locale.forLanguageTag(language));
        for (var kind : List.of("removals.subject", "removals.text")) {
            var text = new MessageFormat(texts.getString(kind), Locale.ROOT)
                    .format(new Object[] {"contoso", "http://localhost", "1"});
            assertThat(text).contains(": 1").doesNotContain("1 removals", "1 verwijderingen");
        }
    }

    private MimeMessage sent(String recipient, String publisherId) {
        var id = queued(recipient, publisherId);
        new SmtpDelivery(mails, sender, SETTINGS, mock()).deliver(id);
        return server.getReceivedMessages()[0];
    }

    private UUID queued(String recipient, String publisherId) {
        given(mails.save(any())).willAnswer(call -> call.getArgument(0));
        var queued = ArgumentCaptor.forClass(Mail.class);
        new MailComposer(mails, mailId -> {}, SETTINGS, environment, CLOCK, MailTemplate.engine())
                .send(recipient, Locale.ENGLISH, "invitation", "/migrations/" + publisherId, publisherId);
        verify(mails).save(queued.capture());
        var mail = queued.getValue();
        given(mails.findById(mail.id())).willReturn(Optional.of(mail));
        assertThat(List.of(mail.subject(), mail.htmlBody())).noneMatch(text -> text.contains("\r"));
        return mail.id();
    }
}
