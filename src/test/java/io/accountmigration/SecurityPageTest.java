package io.accountmigration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The pages on security and on advisories name as proofs only tests that there are. */
class SecurityPageTest {

    private static final Path PAGE = Path.of("src/site/markdown/security.md");
    private static final Path ADVISORIES = Path.of("src/site/markdown/advisories.md");
    private static final Path TESTS = Path.of("src/test/java/io/accountmigration");

    private static final Pattern PROOF = Pattern.compile("`((?:\\w+/)*\\w+Test)`");
    private static final Pattern ROW_OF_ITEM = Pattern.compile("(?m)^\\| (?!Item|Weakness|---).*$");

    @Test
    void everyProofIsATest() throws IOException {
        var pages = Files.readString(PAGE) + Files.readString(ADVISORIES);

        assertThat(PROOF.matcher(pages).results().map(proof -> proof.group(1)))
                .hasSizeGreaterThan(60)
                .allSatisfy(proof -> assertThat(TESTS.resolve(proof + ".java")).isRegularFile());
    }

    @Test
    void everyItemHasAProofOrSaysThatThereIsNone() throws IOException {
        assertThat(ROW_OF_ITEM.matcher(Files.readString(PAGE)).results().map(MatchResult::group))
                .hasSizeGreaterThan(40)
                .allMatch(row -> PROOF.matcher(row).find() || row.matches(".*\\| (by design|does not arise) \\|"));
    }
}
