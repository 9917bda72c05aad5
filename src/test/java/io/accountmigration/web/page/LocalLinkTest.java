package io.accountmigration.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalLinkTest {

    @ParameterizedTest
    @CsvSource({
        "https://elsewhere.example/a/b?c=%20d#e, /a/b?c=%20d#e",
        "//elsewhere.example/a, /a",
        "https://elsewhere.example//another.example/a, /another.example/a",
        "https://elsewhere.example, /",
        "/a/?b=//c, /a/?b=//c"
    })
    void aLinkLeadsNowhereButToThisProgram(String url, String link) {
        assertThat(LocalLink.of(url)).isEqualTo(link);
    }
}
