package io.accountmigration.model;

import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;

/**
 * One thing that is true of every good model.
 *
 * @param offenders the elements of a model that break the rule
 */
record Rule(String name, Function<Model, Stream<? extends BaseElement>> offenders) {

    static Stream<Rule> all() {
        return Stream.of(recommended(), HouseRules.all(), PageRules.all(), EngineRules.all())
                .flatMap(rules -> rules);
    }

    /** The rules that bpmnlint 11.15 recommends, under the names they have there. */
    static Stream<Rule> recommended() {
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
