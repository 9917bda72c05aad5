package io.accountmigration.process.engine;

import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLinkType;
import org.camunda.bpm.engine.task.Task;

/** Grants a task to its assignee and candidates, and takes it from an assignee whom it was reassigned from. */
class TaskAuthorizationProvider extends DefaultAuthorizationProvider {

    @Override
    public AuthorizationEntity[] newTaskAssignee(Task task, String oldAssignee, String newAssignee) {
        if (oldAssignee != null && newAssignee != null && !oldAssignee.equals(newAssignee)) {
            close(task, oldAssignee);
        }
        return super.newTaskAssignee(task, oldAssignee, newAssignee);
    }

    private static void close(Task task, String formerAssignee) {
        var entity = (TaskEntity) task;
        var isCandidate = entity.getIdentityLinks().stream()
                .anyMatch(link ->
                        formerAssignee.equals(link.getUserId()) && IdentityLinkType.CANDIDATE.equals(link.getType()));
        if (isCandidate) {
            entity.deleteUserIdentityLink(formerAssignee, IdentityLinkType.CANDIDATE);
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
