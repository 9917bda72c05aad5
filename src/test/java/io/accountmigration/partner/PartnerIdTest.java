package io.accountmigration.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"1", "4391507", "999999999999"})
    void aNumberIsAPartnerId(String text) {
        assertThat(PartnerId.parse(text)).map(PartnerId::value).contains(text);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "0", "0123", "-1", "+1", "1.5", "12a", "1 2", "1234567890123", "١٢٣"})
    void anythingElseIsNone(String text) {
        assertThat(PartnerId.parse(text)).isEmpty();
    }

    @Test
    void spacesAroundTheNumberDoNotCount() {
        assertThat(PartnerId.parse(" 4391507 ")).contains(new PartnerId("4391507"));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> new PartnerId("abc")).isInstanceOf(IllegalArgumentException.class);
    }
}
