package io.accountmigration.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ModelTest {

    private static final Map<String, Model> BROKEN = BrokenModels.byRule();

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("rulesAndModels")
    void everyModelKeepsEveryRule(Rule rule, Model model) {
        assertThat(rule.offendersIn(model)).as("elements that break " + rule).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void everyRuleFindsWhatBreaksIt(Rule rule) {
        assertThat(rule.offendersIn(BROKEN.get(rule.name())))
                .anyMatch(id -> id.endsWith("bad"))
                .noneMatch(id -> id.endsWith("good"));
    }

    @Test
    void everyRuleHasAModelThatBreaksIt() {
        assertThat(rules().map(Rule::name)).containsExactlyInAnyOrderElementsOf(BROKEN.keySet());
    }

    static Stream<Rule> rules() {
        return Rule.all();
    }

    static Stream<Arguments> rulesAndModels() {
        return Model.all().flatMap(model -> rules().map(rule -> Arguments.of(rule, model)));
    }
}
