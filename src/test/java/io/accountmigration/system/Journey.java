package io.accountmigration.system;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** An owner who does everything that the case asks of him, until it is over. */
public final class Journey {

    private final Program program;
    private final Cases cases;
    private final Account account;
    private final String owner;
    private final Set<String> done = new HashSet<>();
    private final List<String> problems = new ArrayList<>();
    private final List<String> asked = new ArrayList<>();

    public Journey(Program program, Account account) {
        this.program = program;
        this.cases = new Cases(program);
        this.account = account;
        this.owner = account.hasOwner() ? account.owner() : null;
    }

    /** Starts the case over the engine's REST interface and walks it; the end is a state, or the refusing code. */
    public String walk() {
        return goOnAfter(cases.start(account));
    }

    String goOnAfter(Reply start) {
        return start.isSuccess() ? goOn() : start.code();
    }

    public String goOn() {
        Cases.patiently(account.publisherId() + " comes to its end").until(() -> {
            var state = cases.state(account);
            if (state.equals("ACTION_REQUIRED")) {
                cases.tasksSeenBy(owner, account).forEach(this::answer);
            }
            return cases.isOver(account);
        });
        return cases.state(account);
    }

    private void answer(JsonNode found) {
        var task = cases.task(owner, found);
        if (done.contains(task.id())) {
            return;
        }
        switch (task.definitionKey()) {
            case Task.PROVIDE_WORK_EMAIL -> complete(task, "workEmail", account.workEmail());
            case Task.ENROL -> complete(task, "partnerId", account.partnerId());
            case Task.CONFIRM_WORK_EMAIL ->
                new Sandbox(program.as("admin"))
                        .codeFor(account.workEmail())
                        .ifPresent(code -> complete(task, "confirmationCode", code));
            default -> throw new AssertionError("unknown task " + task.definitionKey());
        }
    }

    private void complete(Task task, String input, String value) {
        problems.add(task.shown("problemCode"));
        asked.add(task.definitionKey());
        task.complete(input, value).succeeded();
        done.add(task.id());
    }

    /** The tasks that the owner did, in order. */
    List<String> asked() {
        return asked;
    }

    /** The reasons with which tasks came back; empty texts for those that did not. */
    List<String> problems() {
        return problems;
    }
}
