package io.accountmigration.process.access;

import io.accountmigration.docs.WrittenDocs;
import io.accountmigration.process.access.EngineCalls.Row;
import io.accountmigration.process.access.EngineCalls.Section;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class EngineCallsPageTest {

    @Test
    void theDocumentationListsEveryOpenCall() throws IOException {
        var sections = EngineCalls.sections().stream()
                .map(EngineCallsPageTest::section)
                .collect(Collectors.joining());
        WrittenDocs.says(
                """
                # Open calls of the engine

                Of the engine's REST interface only these calls reach the engine, each for the roles that are named. Every other call is refused with 403 `CALL_NOT_OPEN`, for every role and at both interfaces. The page is written from [`open-calls.yaml`](../../main/resources/engine/open-calls.yaml), the table that the program reads, by `mvn test -Dwrite.docs=true -Dtest=EngineCallsPageTest`.

                - Clients call `/engine-rest/…`, or the same as `/engine-rest/engine/default/…`. The web applications call `/camunda/api/…`; there `E` stands for `/engine/engine/default`. A slash at the end makes no difference. HEAD is open where GET is, and OPTIONS answers which methods are open to the caller where any is.
                - `{otherGroup}` is any group but those of this program's roles: without its group nobody in a role could sign in. `{otherUser}` is any user but `camunda-admin`, the engine's own administrator: without him the web applications could lead everybody to their set-up page. The grants of the roles' groups and of tasks are neither changed nor deleted: 403 `NOT_ALLOWED`.
                - Owners are all users of publishers. What each of them sees and may do is ruled by the engine's own rights; the table comes before them.
                - Only the parameters and the fields of the body that are named may be sent. `a.b` is a field of an object, `a[]` a list of values, `a[].b` a list of objects, `a.**` anything below `a`, `a!` a field that must be there, `a=1-10` a whole number within these bounds, which must be there: any other value is 400 `NUMBER_OUT_OF_RANGE`, `a=caller` the user ID of the caller exactly, which has to be sent: another one is 403 `USER_ID_OF_SOMEBODY_ELSE`, none is 400. Anything else is 400 `QUERY_NOT_SUPPORTED`, and a name that ends with `Expression` is 400 `EXPRESSION_NOT_ALLOWED`, at any depth.
                - A call for which fields of a body are named needs one. A body has up to 64 KiB of JSON, a list up to %d values, a page up to %d results, which is also the size of a page for which none is given. A page or an offset out of bounds is 400 `NUMBER_OUT_OF_RANGE`; null in a list and the character U+0000 are 400 `REQUEST_INVALID`.
                - Nobody deploys over REST. Nobody sets the due date of a job: *Set due date* in Cockpit's retry dialog is refused with 400 `QUERY_NOT_SUPPORTED`, which names `dueDate`, and *Keep due date* retries at once.
                """.formatted(CallLimits.LONGEST_LIST, CallLimits.LARGEST_PAGE) + sections,
                Path.of("src/site/markdown/engine-calls.md"));
    }

    private static String section(Section section) {
        return "\n## " + section.section() + "\n\n| Call | Roles | Parameters | Body |\n|---|---|---|---|\n"
                + section.calls().stream().map(EngineCallsPageTest::line).collect(Collectors.joining());
    }

    private static String line(Row row) {
        return "| `%s` | %s | %s | %s |\n"
                .formatted(
                        row.call(),
                        String.join(", ", EngineCalls.words(row.roles())),
                        words(row.parameters()),
                        words(row.body()));
    }

    private static String words(String names) {
        return Optional.ofNullable(names)
                .map(EngineCalls::words)
                .map(words -> "`" + String.join(" ", words) + "`")
                .orElse("");
    }
}
