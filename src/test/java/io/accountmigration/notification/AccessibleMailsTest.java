package io.accountmigration.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

import com.microsoft.playwright.Page;
import io.accountmigration.browser.Accessibility;
import io.accountmigration.browser.InstalledBrowser;
import io.accountmigration.browser.NeedsBrowser;
import io.accountmigration.browser.Pictures;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.env.MockEnvironment;

/** Every message in both languages, as a mail program shows its HTML. */
@NeedsBrowser
class AccessibleMailsTest {

    private static final MailSettings SETTINGS = new MailSettings(
            "no-reply@migration.example", "operators@migration.example", Locale.ENGLISH, "http://localhost:{port}");

    private static Page page;

    @BeforeAll
    static void openPage() {
        page = InstalledBrowser.open().newPage();
    }

    @AfterAll
    static void closePage() {
        page.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void nothingKeepsAnybodyFromReadingAMessage(String language) {
        var kinds = ResourceBundle.getBundle("texts/mails", Locale.ROOT).keySet().stream()
                .filter(key -> key.endsWith(".subject"))
                .map(key -> key.replace(".subject", ""))
                .sorted()
                .toList();
        assertThat(kinds).contains("code", "invitation", "reminder").hasSizeGreaterThan(10);

        for (var kind : kinds) {
            page.setContent(composed(kind, Locale.forLanguageTag(language)).htmlBody());
            assertThat(page.title()).as(kind).contains("contoso");
            Accessibility.requireNoViolationHoweverItIsSeen(page);
            Pictures.ofStep(page, "mail-" + kind + "-" + language);
        }
    }

    private static Mail composed(String kind, Locale language) {
        var saved = new ArrayList<Mail>();
        Mails mails = mock();
        given(mails.save(any())).willAnswer(call -> {
            saved.add(call.getArgument(0));
            return call.getArgument(0);
        });
        new MailComposer(mails, id -> {}, SETTINGS, new MockEnvironment(), Clock.systemUTC(), MailTemplate.engine())
                .send("owner@contoso.com", language, kind, "/migrations/contoso", "contoso", "12345678", "May 1, 2026");
        assertThat(saved).hasSize(1);
        return saved.get(0);
    }
}
