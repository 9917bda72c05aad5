package io.accountmigration.model;

import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * One of bpmnlint's recommended rules, under the name it has there.
 *
 * @param offenders the elements of a model that break the rule
 */
record Rule(String name, Function<Model, Stream<? extends BaseElement>> offenders) {

    /** All rules that bpmnlint 11 recommends. */
    static Stream<Rule> all() {
        return Stream.of(FlowRules.all(), GatewayRules.all(), EventRules.all(), DiagramRules.all())
                .flatMap(rules -> rules);
    }

    Stream<String> offendersIn(Model model) {
        return offenders.apply(model).map(BaseElement::getId);
    }

    @Override
    public String toString() {
        return name;
    }
}
