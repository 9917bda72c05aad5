package io.accountmigration.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import io.accountmigration.docs.WrittenDocs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Draws the processes for the documentation with the drawing tool's own viewer. A picture in the documentation is fresh
 * when it was drawn from the model as it is; {@code -Dwrite.docs=true} draws them anew.
 */
@NeedsBrowser
class PicturesTest {

    private static final Path VIEWER = Path.of("src/test/npm/node_modules/bpmn-js/dist");
    private static final Pattern ELEMENT = Pattern.compile("bpmnElement=\"([^\"]+)\"");

    private static Page page;

    @BeforeAll
    static void openViewer() {
        page = InstalledBrowser.open().newPage();
        page.setContent("<div id='canvas' style='width: 2000px; height: 1000px'></div>");
        page.addScriptTag(new Page.AddScriptTagOptions().setPath(VIEWER.resolve("bpmn-viewer.production.min.js")));
    }

    @AfterAll
    static void closeViewer() {
        page.close();
    }

    static List<Path> models() throws IOException {
        try (var files = Files.list(Path.of("processes"))) {
            return files.filter(file -> file.toString().endsWith(".bpmn"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyProcessHasAFreshPicture(Path model) throws IOException {
        var source = Files.readString(model);
        var drawn = (String) page.evaluate("""
                async source => {
                  const viewer = new BpmnJS({ container: '#canvas' });
                  const { warnings } = await viewer.importXML(source);
                  if (warnings.length) throw new Error(warnings.join());
                  const { svg } = await viewer.saveSVG();
                  viewer.destroy();
                  return svg;
                }""", source);
        var plane = Pattern.compile("<bpmndi:BPMNPlane [^>]*bpmnElement=\"([^\"]+)\"")
                .matcher(source);
        assertThat(plane.find()).isTrue();
        assertThat(ELEMENT.matcher(source).results().map(found -> found.group(1)))
                .filteredOn(element -> !element.equals(plane.group(1)))
                .allSatisfy(element -> assertThat(drawn).contains("data-element-id=\"" + element + "\""));

        var name = model.getFileName().toString().replace(".bpmn", ".svg");
        WrittenDocs.drawnFrom(source, drawn, Path.of("src/site/resources/images", name));
    }
}
