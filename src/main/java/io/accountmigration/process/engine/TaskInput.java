package io.accountmigration.process.engine;

import io.accountmigration.migration.MigrationRefused;
import io.accountmigration.migration.Refusal;
import java.util.Set;
import java.util.function.Predicate;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.variable.type.ValueType;

/** What somebody sends along when completing a task. */
public final class TaskInput {

    private TaskInput() {}

    /**
     * The text of this name, or null where none is given.
     *
     * @throws MigrationRefused when it is no text, or longer than can be stored
     */
    public static String text(DelegateTask task, String name, int longest) {
        var value = task.getVariableTyped(name, false);
        if (value == null || value.getType() == ValueType.NULL) {
            return null;
        }
        if (value.getType() != ValueType.STRING) {
            throw MigrationRefused.because(Refusal.INPUT_MALFORMED, name);
        }
        var text = (String) value.getValue();
        if (text != null && text.length() > longest) {
            throw MigrationRefused.because(Refusal.INPUT_TOO_LONG, name);
        }
        return text;
    }

    /** Drops everything else, wherever it was put. */
    public static void keepOnly(DelegateTask task, Predicate<String> names) {
        Set.copyOf(task.getVariableNames()).stream()
                .filter(names.negate())
                .forEach(name -> Variable.removeEverywhere(task, name));
    }
}
