package io.accountmigration.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.partner.PartnerId;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvisibleTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                " ",
                "\t",
                "\r\n",
                "\u00A0",
                "\u2007",
                "\u202F",
                "\u3000",
                "\u2028",
                "\u0085",
                "\u00AD",
                "\u200B",
                "\u200C",
                "\u200D",
                "\u200E",
                "\u200F",
                "\u202A",
                "\u202C",
                "\u2060",
                "\u2066",
                "\u2069",
                "\uFEFF",
                "\u180E",
                "\u3164",
                "\uFFA0",
                "\u2800",
                "\u034F",
                "\uFE0F",
                " \u200B\u00A0 "
            })
    void whatIsInvisibleAtTheEdgesCountsForNothingAndIsNamedInside(String invisible) {
        var wrapped = invisible + "owner@contoso.com" + invisible;

        assertThat(InvisibleText.trim(wrapped)).isEqualTo("owner@contoso.com");
        assertThat(InvisibleText.trim(invisible)).isEmpty();
        assertThat(EmailAddress.parse(wrapped)).contains(new EmailAddress("owner@contoso.com"));
        assertThat(PartnerId.parse(invisible + "4391507" + invisible)).contains(new PartnerId("4391507"));
        if (!invisible.isBlank() || invisible.codePoints().anyMatch(character -> character > 127)) {
            assertThat(InvisibleText.within("own" + invisible + "er"))
                    .hasValueSatisfying(named ->
                            assertThat(named).startsWith("own").contains("[U+").endsWith("er"));
        }
        assertThat(InvisibleText.within(wrapped)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u202D", "\u202E", "\uDB40\uDC61"})
    void whatIsPutThereOnPurposeStaysAndIsNamed(String trick) {
        assertThat(EmailAddress.parse(trick + "owner@contoso.com")).isEmpty();
        assertThat(InvisibleText.within(trick + "owner@contoso.com"))
                .hasValueSatisfying(named -> assertThat(named).startsWith("[U+").endsWith("]owner@contoso.com"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "a b", "Straße", "naïve", "日本"})
    void whatCanBeSeenStays(String text) {
        assertThat(InvisibleText.trim(text)).isEqualTo(text);
        assertThat(InvisibleText.named(text)).isEqualTo(text);
        assertThat(InvisibleText.within(text)).isEmpty();
    }
}
