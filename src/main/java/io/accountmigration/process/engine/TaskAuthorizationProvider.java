package io.accountmigration.process.engine;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/** Grants a task to its assignee and candidates, and takes it from an assignee who is replaced or un-assigned. */
class TaskAuthorizationProvider extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && !oldAssignee.equals(newAssignee)) {
            close((TaskEntity) task, oldAssignee, newAssignee);
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    private static void close(TaskEntity task, String formerAssignee, String newAssignee) {
        var isCandidate = task.getIdentityLinks().stream()
                .anyMatch(link ->
                        formerAssignee.equals(link.getUserId()) && IdentityLinkType.CANDIDATE.equals(link.getType()));
        if (isCandidate && newAssignee == null) {
            return;
        }
        if (isCandidate) {
            task.deleteUserIdentityLink(formerAssignee, IdentityLinkType.CANDIDATE);
        }
        var grants = Context.getCommandContext().getAuthorizationManager();
        var grant = grants.findAuthorizationByUserIdAndResourceId(
                org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT,
                formerAssignee,
                Resources.TASK,
                task.getId());
        if (grant != null) {
            Context.getCommandContext().getDbEntityManager().delete(grant);
        }
    }
}
