package io.accountmigration.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.test.util.ReflectionTestUtils;

/** What the database holds of a code does not tell the code. */
class ConfirmationCodeTest {

    private static final Instant LATER = Instant.parse("2026-03-02T09:30:00Z");

    @Test
    void aCodeIsKeptAsAHashOnly() {
        assertThat(kept(UUID.randomUUID())).isNotEmpty().allSatisfy(value -> assertThat(String.valueOf(value))
                .doesNotContain("12345678"));
    }

    @Test
    void theSameCodeOfTwoCasesIsKeptDifferently() {
        assertThat(kept(new UUID(0, 1))).isNotEqualTo(kept(new UUID(0, 2)));
    }

    private static List<Object> kept(UUID caseId) {
        var code = new ConfirmationCode(caseId, "12345678", LATER);
        return Arrays.stream(ConfirmationCode.class.getDeclaredFields())
                .map(field -> ReflectionTestUtils.getField(code, field.getName()))
                .toList();
    }
}
