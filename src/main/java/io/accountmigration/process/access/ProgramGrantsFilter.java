package io.accountmigration.process.access;

import io.accountmigration.migration.Caller.Role;
import io.accountmigration.process.engine.CurrentCaller;
import io.accountmigration.process.engine.Groups;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Refuses to change or delete the grants of this program's roles and of tasks, without which nobody could work. */
public final class ProgramGrantsFilter implements ContainerRequestFilter {

    private static final Pattern CHANGE = Pattern.compile("(?:PUT|DELETE) .*/authorization/([^/]+)/?");

    private static final Set<String> ROLES =
            Stream.of(Role.values()).map(Groups::of).collect(Collectors.toSet());

    @Context
    private ServletContext servletContext;

    @Override
    public void filter(ContainerRequestContext request) {
        var change = CHANGE.matcher(
                request.getMethod() + " " + request.getUriInfo().getRequestUri().getPath());
        if (change.matches()
                && find(change.group(1)).filter(ProgramGrantsFilter::isOurs).isPresent()) {
            throw new AuthorizationException("a grant of the program");
        }
    }

    private Optional<Authorization> find(String id) {
        var beans = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        var authorizations = beans.getBean(AuthorizationService.class)
                .createAuthorizationQuery()
                .authorizationId(id);
        return beans.getBean(CurrentCaller.class)
                .askAsProgram(() -> Optional.ofNullable(authorizations.singleResult()));
    }

    private static boolean isOurs(Authorization grant) {
        return grant.getGroupId() != null && ROLES.contains(grant.getGroupId())
                || grant.getResourceType() == Resources.TASK.resourceType();
    }
}
