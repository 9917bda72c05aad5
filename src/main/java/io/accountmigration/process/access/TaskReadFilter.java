package io.accountmigration.process.access;

import jakarta.servlet.ServletContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** Has it looked who the owners are before the engine shows a task; see {@link RefreshOwnersBeforeTaskRead}. */
public final class TaskReadFilter implements ContainerRequestFilter {

    @Context
    private ServletContext servletContext;

    @Override
    public void filter(ContainerRequestContext request) {
        WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                .getBean(RefreshOwnersBeforeTaskRead.class)
                .before(
                        request.getMethod(),
                        request.getUriInfo().getRequestUri().getPath());
    }
}
