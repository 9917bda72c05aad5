package io.accountmigration.process;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Takes a caller's groups as they are: all groups here have rights, and which ones do need not be gathered from all the
 * rights that there are. Nobody is granted a single instance, so none of its grants has to be removed with it.
 */
class RightsOfGivenGroups extends AuthorizationManager {

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> groupIds) {
        return groupIds == null ? new ArrayList<>() : new ArrayList<>(groupIds);
    }

    @Override
    public void deleteAuthorizationsByResourceId(Resource resource, String resourceId) {
        if (resource != Resources.PROCESS_INSTANCE) {
            super.deleteAuthorizationsByResourceId(resource, resourceId);
        }
    }
}
