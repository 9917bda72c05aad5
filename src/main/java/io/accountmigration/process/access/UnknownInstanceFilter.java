package io.accountmigration.process.access;

import io.accountmigration.process.engine.CurrentCaller;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.exception.NotFoundException;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Refuses to suspend an instance that does not exist, which the engine claims to have done. */
public final class UnknownInstanceFilter implements ContainerRequestFilter {

    private static final Pattern CHANGE = Pattern.compile(".*/process-instance/([^/]+)/suspended/?");

    @Context
    private ServletContext servletContext;

    @Override
    public void filter(ContainerRequestContext request) {
        var change = CHANGE.matcher(request.getUriInfo().getRequestUri().getPath());
        if (change.matches() && !exists(change.group(1))) {
            throw new NotFoundException("no process instance found with id " + change.group(1));
        }
    }

    private boolean exists(String instance) {
        var beans = WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext);
        var instances =
                beans.getBean(RuntimeService.class).createProcessInstanceQuery().processInstanceId(instance);
        return beans.getBean(CurrentCaller.class).askAsProgram(() -> instances.count() > 0);
    }
}
