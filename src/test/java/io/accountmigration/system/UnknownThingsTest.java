package io.accountmigration.system;

import static io.accountmigration.system.Refusals.requireProblem;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the engine does not know is told to be unknown, whichever way the engine itself puts it. */
class UnknownThingsTest extends WholeProgramTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "GET | /process-definition/nonesuch               |                        | NOT_FOUND",
                "GET | /process-definition/nonesuch/xml           |                        | NOT_FOUND",
                "GET | /process-definition/nonesuch/startForm     |                        | NOT_FOUND",
                "GET | /process-instance/nonesuch                 |                        | NOT_FOUND",
                "PUT | /job/nonesuch/retries                      | {\"retries\":1}        | NOT_FOUND",
                "PUT | /process-instance/nonesuch/suspended       | {\"suspended\":true}   | NOT_FOUND",
                "PUT | /process-instance/nonesuch/suspended/      | {\"suspended\":false}  | NOT_FOUND",
                "GET | /task/nonesuch                             |                        | TASK_NOT_FOUND",
                "GET | /task/nonesuch/form                        |                        | TASK_NOT_FOUND",
                "GET | /task/nonesuch/deployed-form               |                        | TASK_NOT_FOUND",
            })
    void itIsNotFound(String method, String resource, String body, String code) {
        requireProblem(Endpoint.WEB_APPLICATIONS.send(program(), "operator", method, resource, body), 404, code);
    }

    @Test
    void aMemberThatIsUnknownIsNotFound() {
        requireProblem(
                program()
                        .openBrowserOf("admin")
                        .send("PUT", Browser.ENGINE + "/group/operators/members/nonesuch", "{}"),
                404,
                "NOT_FOUND");
    }

    @Test
    void operatorsSeeHowManyTasksGroupsHave() {
        assertThat(Endpoint.WEB_APPLICATIONS
                        .send(program(), "operator", "GET", "/task/report/candidate-group-count", null)
                        .status())
                .isEqualTo(200);
    }
}
