package io.accountmigration.process.engine;

import java.util.Set;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParse;
import org.camunda.bpm.engine.impl.bpmn.parser.BpmnParser;
import org.camunda.bpm.engine.impl.util.xml.Element;

/** Refuses models that bring code or name classes: scripts, shell and mail tasks, classes in place of named delegates. */
class CodeFreeBpmnParse extends BpmnParse {

    private static final Set<String> SCRIPTS = Set.of("script", "scriptTask");
    private static final Set<String> CLASSES =
            Set.of("class", "formHandlerClass", "variableMappingClass", "scriptFormat", "language");

    /** The one type of a task that does nothing by itself. */
    private static final String EXTERNAL = "external";

    CodeFreeBpmnParse(BpmnParser parser) {
        super(parser);
    }

    /** Looks before anything is parsed, since some classes are instantiated by the parser. */
    @Override
    protected void parseRootElement() {
        refuseCode(rootElement);
        if (!hasErrors()) {
            super.parseRootElement();
        }
    }

    private void refuseCode(Element element) {
        if (isCode(element)) {
            addError("a model must not bring code: " + element.getTagName(), element);
        }
        element.elements().forEach(this::refuseCode);
    }

    private static boolean isCode(Element element) {
        var type = element.attributeNS(CAMUNDA_BPMN_EXTENSIONS_NS, TYPE);
        return SCRIPTS.contains(element.getTagName())
                || element.attributes().stream()
                        .map(CodeFreeBpmnParse::localName)
                        .anyMatch(CLASSES::contains)
                || type != null && !EXTERNAL.equals(type)
                || "constraint".equals(element.getTagName()) && "validator".equals(element.attribute("name"));
    }

    /** The engine puts the namespace in front of an attribute's name. */
    private static String localName(String attribute) {
        return attribute.substring(attribute.lastIndexOf(':') + 1);
    }
}
