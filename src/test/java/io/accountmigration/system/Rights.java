package io.accountmigration.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.AntPathMatcher;

/** The rights as the documentation lists them: the first row that fits a call says who may make it. */
record Rights(List<Row> rows) {

    static final Path PAGE = Path.of("src/site/markdown/rights.md");

    private static final AntPathMatcher PATHS = new AntPathMatcher();

    /** What somebody may expect of a call. */
    enum Right {
        YES("yes"),
        OWN("own"),
        NO("no"),
        SIGN_IN("sign in");

        private final String word;

        String word() {
            return word;
        }

        Right(String word) {
            this.word = word;
        }

        static Right of(String word) {
            return Stream.of(values())
                    .filter(right -> right.word.equals(word))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no right is called '" + word + "' in " + PAGE));
        }
    }

    record Row(List<String> verbs, List<String> paths, Map<Role, Right> rights) {

        boolean fits(Mapping mapping) {
            return (verbs.contains("any") || verbs.contains(mapping.verb()))
                    && paths.stream().anyMatch(path -> PATHS.match(path, mapping.canonicalPath()));
        }

        private static Row read(String line) {
            var cells = Stream.of(line.substring(1).split("\\|"))
                    .map(cell -> cell.replace("`", "").strip())
                    .toList();
            var rights = new EnumMap<Role, Right>(Role.class);
            for (var role : Role.values()) {
                rights.put(role, Right.of(cells.get(2 + role.ordinal())));
            }
            return new Row(
                    List.of(cells.get(0).split(" ")), List.of(cells.get(1).split(" ")), rights);
        }
    }

    static Rights read() {
        try (var lines = Files.lines(PAGE)) {
            return new Rights(lines.filter(line -> line.matches("\\| (any|[A-Z]{3,7}).*"))
                    .map(Row::read)
                    .toList());
        } catch (IOException missing) {
            throw new AssertionError(missing);
        }
    }

    Optional<Row> of(Mapping mapping) {
        return rows.stream().filter(row -> row.fits(mapping)).findFirst();
    }
}
