package io.accountmigration.web.usersync;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.SyncStep.Kind;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.support.ResourceBundleMessageSource;

class UserSyncTextsTest {

    private final ResourceBundleMessageSource source = new ResourceBundleMessageSource();
    private final UserSyncTexts texts = new UserSyncTexts(source);

    UserSyncTextsTest() {
        source.setBasename("texts/web");
        source.setDefaultEncoding("UTF-8");
        source.setFallbackToSystemLocale(false);
    }

    /** Whoever is gone has no roles, and neither has everybody whom Partner Center shows. */
    @ParameterizedTest
    @ValueSource(strings = {"en", "nl"})
    void aStepWithoutRolesNamesNone(String language) {
        var locale = Locale.forLanguageTag(language);
        var mapped = texts.step(SyncStep.of(Kind.MAPPED, "", "NONE").asLine(), locale);
        var read = texts.step(
                SyncStep.of(Kind.READ, "ann@contoso.com", "", "2026-03-02T09:15:00Z")
                        .asLine(),
                locale);

        assertThat(mapped).isNotBlank().doesNotContain("“", "MAPPED");
        assertThat(read).contains("ann@contoso.com", "2026-03-02T09:15:00Z").doesNotContain("  ", " .", "READ");
    }

    @ParameterizedTest
    @EnumSource(names = {"MAPPED", "READ"})
    void aStepWithRolesNamesThem(Kind kind) {
        var values = kind == Kind.MAPPED
                ? SyncStep.of(kind, "Developer", "CONTRIBUTOR")
                : SyncStep.of(kind, "ann@contoso.com", "Developer", "2026-03-02T09:15:00Z");

        assertThat(texts.step(values.asLine(), Locale.ENGLISH)).contains("Developer");
    }
}
