package io.accountmigration.publisher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestKeyTest {

    private static final UUID CASE = UUID.fromString("00000000-0000-0000-0000-000000000001");

    @Test
    void theSameWriteHasTheSameIdHoweverOftenItIsTried() {
        assertThat(new RequestKey(CASE, "STEP", "subject").requestId())
                .isEqualTo(new RequestKey(CASE, "STEP", "subject").requestId());
    }

    @Test
    void anotherCaseStepOrSubjectIsAnotherWrite() {
        assertThat(new RequestKey(CASE, "STEP", "subject").requestId())
                .isNotEqualTo(new RequestKey(new UUID(0, 2), "STEP", "subject").requestId())
                .isNotEqualTo(new RequestKey(CASE, "OTHER", "subject").requestId())
                .isNotEqualTo(new RequestKey(CASE, "STEP", "other").requestId())
                .isNotEqualTo(RequestKey.of(CASE, "STEP").requestId());
    }

    @Test
    void allWritesOfACaseAreKnownByTheCase() {
        assertThat(RequestKey.of(CASE, "STEP").correlationId()).isEqualTo(CASE);
    }
}
