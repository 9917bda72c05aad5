package io.accountmigration.process.access;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.process.engine.Groups;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEnginePersistenceException;
import org.camunda.bpm.engine.identity.Group;
import org.springframework.context.event.EventListener;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Enters people into the engine's own register when they sign in to a page, with the groups of their roles: its web
 * applications take users and groups from nowhere else.
 */
@Component
class CamundaUserProvisioning {

    private final IdentityService identityService;
    private final TransactionOperations transaction;

    CamundaUserProvisioning(IdentityService identityService, TransactionOperations transaction) {
        this.identityService = identityService;
        this.transaction = transaction;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        try {
            transaction.executeWithoutResult(status -> enter(event.getAuthentication()));
        } catch (ProcessEnginePersistenceException enteredMeanwhile) {
            // A second click on the button of the first sign-in: what is entered by now is only compared.
            transaction.executeWithoutResult(status -> enter(event.getAuthentication()));
        }
    }

    private void enter(Authentication person) {
        var userId = person.getName();
        if (identityService.createUserQuery().userId(userId).count() == 0) {
            var user = identityService.newUser(userId);
            user.setFirstName(userId);
            user.setLastName("");
            identityService.saveUser(user);
        }
        var current = groupsIn(person);
        var entered = groupsOf(userId);
        entered.stream()
                .filter(group -> !current.contains(group))
                .forEach(group -> identityService.deleteMembership(userId, group));
        current.stream()
                .filter(group -> !entered.contains(group))
                .forEach(group -> identityService.createMembership(userId, group));
    }

    private static Set<String> groupsIn(Authentication person) {
        return person.getAuthorities().stream()
                .map(GrantedAuthority::getAuthority)
                .flatMap(authority -> Role.ofAuthority(authority).stream())
                .map(Groups::of)
                .collect(Collectors.toSet());
    }

    private Set<String> groupsOf(String userId) {
        return identityService.createGroupQuery().groupMember(userId).list().stream()
                .map(Group::getId)
                .collect(Collectors.toSet());
    }
}
