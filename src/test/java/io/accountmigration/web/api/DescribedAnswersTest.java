package io.accountmigration.web.api;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.accountmigration.description.DescribedAnswers;
import io.accountmigration.web.WebTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The check that all tests make of what the interface answers finds what is wrong. */
class DescribedAnswersTest extends WebTest {

    private static final String BANNER = "/api/publishers/contoso/banner";
    private static final String ANSWER = """
            {"state": "MIGRATED", "audience": "OWNER", "text": "Moved", "actionUrl": null, "owners": ["a@contoso.com"]}""";

    private String description;

    @BeforeEach
    void readDescription() throws Exception {
        description = mvc.perform(get("/v3/api-docs").with(as("service")))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    @Test
    void anAnswerThatIsAsDescribedPasses() {
        assertThatCode(() -> check(ANSWER)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"text\": \"Moved\", |",
                "\"Moved\" | null",
                "\"MIGRATED\" | \"MOVED\"",
                "\"text\" | \"texts\"",
                "\"actionUrl\": null | \"actionUrl\": null, \"more\": 1",
                "[\"a@contoso.com\"] | \"a@contoso.com\""
            })
    void anotherOneIsFound(String right, String wrong) {
        assertThatThrownBy(() -> check(ANSWER.replace(right, wrong == null ? "" : wrong)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("not as the interface is described");
    }

    @Test
    void aSchemaThatIsBrokenOnPurposeIsFound() {
        description = description.replace(
                "\"actionUrl\":{\"type\":[\"string\",\"null\"]}", "\"actionUrl\":{\"type\":\"string\"}");

        assertThatThrownBy(() -> check(ANSWER)).hasMessageContaining("actionUrl");
    }

    @Test
    void aStatusAndAKindOfContentThatAreNotDescribedAreFound() {
        var described = new DescribedAnswers(description);

        assertThatThrownBy(() -> described.check("GET", BANNER, 201, "application/json", ANSWER))
                .hasMessageContaining("the status is not described");
        assertThatThrownBy(() -> described.check("GET", BANNER, 200, "application/yaml", ANSWER))
                .hasMessageContaining("application/yaml");
    }

    private void check(String answer) {
        new DescribedAnswers(description).check("GET", BANNER, 200, "application/json;charset=UTF-8", answer);
    }
}
