package io.accountmigration.process.engine;

import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A process variable of a known name and type.
 *
 * @param lasting whether it is stored; the others live only until the transaction ends, which is all a gateway needs
 */
public record Variable<T>(String name, Class<T> type, boolean lasting) {

    public static Variable<String> text(String name) {
        return new Variable<>(name, String.class, true);
    }

    public static Variable<Boolean> flag(String name) {
        return new Variable<>(name, Boolean.class, false);
    }

    public static Variable<String> answer(String name) {
        return new Variable<>(name, String.class, false);
    }

    public T from(VariableScope scope) {
        return type.cast(scope.getVariable(name));
    }

    public void set(VariableScope scope, T value) {
        if (lasting) {
            scope.setVariable(name, value);
        } else {
            scope.setVariable(name, Variables.untypedValue(value, true));
        }
    }

    /** Removes a name from a scope and from all around it: a client's value exists besides that of the task itself. */
    public static void removeEverywhere(VariableScope scope, String name) {
        while (scope.hasVariable(name)) {
            scope.removeVariable(name);
        }
    }

    public void removeFrom(VariableScope scope) {
        scope.removeVariable(name);
    }
}
