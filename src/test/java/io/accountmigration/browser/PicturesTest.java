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
 * when it was drawn from the model as it is; {@code -Dwrite.docs=true} draws them again.
 */
@NeedsBrowser
class PicturesTest {

    private static final Path VIEWER = Path.of("src/test/npm/node_modules/bpmn-js/dist");
    private static final Pattern PLANE =
            Pattern.compile("<bpmndi:BPMNPlane [^>]*bpmnElement=\"([^\"]+)\".*?</bpmndi:BPMNPlane>", Pattern.DOTALL);
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
    void everyProcessHasAFreshPictureOfEachPlane(Path model) throws IOException {
        var source = Files.readString(model);
        for (var plane : PLANE.matcher(source).results().toList()) {
            var element = plane.group(1);
            var drawn = draw(source, element);
            assertThat(ELEMENT.matcher(plane.group()).results().map(found -> found.group(1)))
                    .filteredOn(drawnElement -> !drawnElement.equals(element))
                    .allSatisfy(drawnElement -> assertThat(drawn).contains("data-element-id=\"" + drawnElement + "\""));

            var process = model.getFileName().toString().replace(".bpmn", "");
            var name = element.equals(process) ? process : process + "-" + element.replaceFirst("^subProcess_", "");
            WrittenDocs.drawnFrom(source, drawn, Path.of("src/site/resources/images", name + ".svg"));
        }
    }

    /** The viewer's own picture of one plane: that of the process, or that of a phase which is collapsed there. */
    private static String draw(String source, String element) {
        return (String) page.evaluate("""
                async ([source, element]) => {
                  const viewer = new BpmnJS({ container: '#canvas' });
                  const { warnings } = await viewer.importXML(source);
                  if (warnings.length) throw new Error(warnings.join());
                  const canvas = viewer.get('canvas');
                  canvas.setRootElement(canvas.getRootElements().find(root => root.businessObject.id === element));
                  const { svg } = await viewer.saveSVG();
                  viewer.destroy();
                  return svg;
                }""", List.of(source, element));
    }
}
