package io.accountmigration.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.accountmigration.docs.WrittenDocs;
import io.accountmigration.program.HelpCommand;
import io.accountmigration.program.SettingsCatalogue;
import io.accountmigration.program.SettingsCatalogue.Setting;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void everySettingSaysWhatItIsFor() {
        assertThat(SettingsCatalogue.read()).hasSizeGreaterThan(50).allSatisfy(setting -> assertThat(setting.meaning())
                .as(setting.name())
                .isNotBlank());
    }

    @Test
    void helpNamesEverySetting() {
        assertThat(SettingsCatalogue.read())
                .allSatisfy(setting -> assertThat(HelpCommand.text()).contains("  " + setting.name()));
    }

    @Test
    void theDocumentationListsThemAll() throws IOException {
        var table = SettingsCatalogue.read().stream().map(SettingsTest::line).collect(Collectors.joining());
        WrittenDocs.says("""
                # All settings

                Given as `--name=value`, in a file `application.yml` beside the program, or as an environment variable. Besides these all settings of Spring Boot and Camunda count. Durations are as in ISO 8601 (`PT30M`, `P3D`). The table is written by `mvn test -Dwrite.docs=true -Dtest=SettingsTest` from the properties themselves.

                | Setting | Variable | Kind | Unless given | Is |
                |---|---|---|---|---|
                """ + table, Path.of("src/site/markdown/configuration.md"));
    }

    private static String line(Setting setting) {
        return "| `%s` | `%s` | %s | %s | %s |%n"
                .formatted(
                        setting.name(),
                        setting.variable(),
                        setting.kind(),
                        setting.preset().isEmpty() ? "" : "`" + setting.preset() + "`",
                        setting.meaning().replace("|", "\\|"))
                .replace(System.lineSeparator(), "\n");
    }
}
