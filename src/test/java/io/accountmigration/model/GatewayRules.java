package io.accountmigration.model;

import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.ComplexGateway;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.InclusiveGateway;

/** Where the flow forks and joins. */
final class GatewayRules {

    private GatewayRules() {}

    static Stream<Rule> all() {
        return Stream.of(
                new Rule("event-based-gateway", GatewayRules::eventBasedGatewaysThatDoNotWait),
                new Rule("no-complex-gateway", model -> model.every(ComplexGateway.class)),
                new Rule("no-inclusive-gateway", model -> model.every(InclusiveGateway.class)),
                new Rule("no-gateway-join-fork", model -> model.every(Gateway.class)
                        .filter(gateway -> model.into(gateway).size() > 1
                                && model.outOf(gateway).size() > 1)),
                new Rule("superfluous-gateway", model -> model.every(Gateway.class)
                        .filter(gateway -> model.into(gateway).size() == 1
                                && model.outOf(gateway).size() == 1)));
    }

    private static Stream<BaseElement> eventBasedGatewaysThatDoNotWait(Model model) {
        return model.every(EventBasedGateway.class).flatMap(gateway -> {
            var flows = model.outOf(gateway);
            Stream<BaseElement> tooFew = flows.size() < 2 ? Stream.of(gateway) : Stream.empty();
            return Stream.concat(tooFew, flows.stream().filter(Model::isConditional));
        });
    }
}
