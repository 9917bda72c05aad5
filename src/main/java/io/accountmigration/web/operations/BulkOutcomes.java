package io.accountmigration.web.operations;

import io.accountmigration.migration.ProblemFactory;
import io.accountmigration.migration.operations.OperatorAction;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says how something went that was done to many: to how many, and why not to the others. */
@Component
class BulkOutcomes {

    /** How it went; the steps name those that it was not done to. */
    record Notice(String text, List<String> steps) {}

    private final MessageSource texts;
    private final ProblemFactory problems;

    BulkOutcomes(MessageSource texts, ProblemFactory problems) {
        this.texts = texts;
        this.problems = problems;
    }

    Notice of(String what, List<OperatorAction> acted, Locale locale) {
        var left = acted.stream()
                .filter(action -> !action.outcome().equals(OperatorAction.DONE))
                .toList();
        var counts = new Object[] {acted.size() - left.size(), left.size()};
        return new Notice(
                texts.getMessage("many." + what + ".done", counts, locale),
                left.stream().map(action -> obstacle(action, locale)).toList());
    }

    private String obstacle(OperatorAction action, Locale locale) {
        return action.publisherId() + ": "
                + problems.of(action.outcome(), 409, action.publisherId(), locale)
                        .title();
    }
}
