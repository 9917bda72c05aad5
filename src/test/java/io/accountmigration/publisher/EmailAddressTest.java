package io.accountmigration.publisher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "owner@contoso.com",
                "first.last@sub.contoso.co.uk",
                "o'neil+tag@contoso.com",
                "user@xn--bcher-kva.example",
                "user@contoso1.onmicrosoft.com"
            })
    void anAddressAsPeopleHaveThemIsOne(String text) {
        assertThat(EmailAddress.parse(text)).map(EmailAddress::value).contains(text);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                " ",
                "owner",
                "@contoso.com",
                "owner@",
                "owner@contoso",
                "owner@contoso.",
                "owner@.com",
                "owner@-contoso.com",
                "owner@contoso..com",
                "owner@contoso.com, other@contoso.com",
                "Owner <owner@contoso.com>",
                "own er@contoso.com",
                "owner@contoso.com\nBcc: other@contoso.com",
                "a..b@contoso.com",
                ".a@contoso.com",
                "owner@[127.0.0.1]",
                "\"owner\"@contoso.com"
            })
    void whatIsNoPlainAddressIsNone(String text) {
        assertThat(EmailAddress.parse(text)).isEmpty();
    }

    @Test
    void anAddressThatIsTooLongIsNone() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@contoso.com")).isEmpty();
        assertThat(EmailAddress.parse("a".repeat(100_000) + "@contoso.com")).isEmpty();
    }

    @Test
    void addressesAreTheSameInWhateverCaseAndSpacesTheyAreWritten() {
        assertThat(new EmailAddress(" Owner@Contoso.COM ")).isEqualTo(new EmailAddress("owner@contoso.com"));
    }

    @Test
    void theDomainIsWhatFollowsTheSign() {
        assertThat(new EmailAddress("owner@Contoso.com").domain()).isEqualTo("contoso.com");
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> new EmailAddress("owner")).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "Person@Contoso.com,     person@contoso.com",
        "person+tag@contoso.com, person@contoso.com",
        "person+a+b@contoso.com, person@contoso.com",
        "+tag@contoso.com,       +tag@contoso.com"
    })
    void tagsLeadToOneMailbox(String text, String mailbox) {
        assertThat(new EmailAddress(text).mailbox()).isEqualTo(mailbox);
    }
}
