package io.accountmigration.process.engine;

import io.accountmigration.migration.Caller;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** The user in whose name the engine works: read from it, or set for one action. */
@Component
public class CurrentCaller {

    private final IdentityService identityService;

    CurrentCaller(IdentityService identityService) {
        this.identityService = identityService;
    }

    /** The signed-in caller, or the program where nobody is signed in. */
    public Caller current() {
        var authentication = identityService.getCurrentAuthentication();
        return authentication == null
                ? Caller.PROGRAM
                : new Caller(authentication.getUserId(), rolesOf(authentication.getGroupIds()));
    }

    /** Acts in the caller's name: the engine checks the caller's rights and writes them down. */
    public <T> T actAs(Caller caller, Supplier<T> action) {
        if (caller.equals(Caller.PROGRAM)) {
            return action.get();
        }
        identityService.setAuthentication(
                caller.userId(), caller.roles().stream().map(Groups::of).toList());
        try {
            return action.get();
        } finally {
            identityService.clearAuthentication();
        }
    }

    /** Acts as the program instead of the signed-in user: for what follows from an action, not for the action itself. */
    public void actAsProgram(Runnable action) {
        askAsProgram(() -> {
            action.run();
            return null;
        });
    }

    /** As for an action, with an answer. */
    public <T> T askAsProgram(Supplier<T> question) {
        var authentication = identityService.getCurrentAuthentication();
        identityService.clearAuthentication();
        try {
            return question.get();
        } finally {
            if (authentication != null) {
                identityService.setAuthentication(authentication);
            }
        }
    }

    private static Set<Caller.Role> rolesOf(List<String> groups) {
        return groups == null
                ? Set.of()
                : groups.stream()
                        .flatMap(group -> Groups.roleOf(group).stream())
                        .collect(Collectors.toSet());
    }
}
