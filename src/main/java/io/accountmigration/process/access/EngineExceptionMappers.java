package io.accountmigration.process.access;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.JsonMappingException;
import jakarta.annotation.Priority;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.rest.exception.RestException;
import org.springframework.web.context.support.WebApplicationContextUtils;

/** One mapper per exception type that the engine's REST interface has a mapper of its own for; all say the same. */
final class EngineExceptionMappers {

    private EngineExceptionMappers() {}

    abstract static class Mapper<E extends Throwable> implements ExceptionMapper<E> {

        @Context
        private ServletContext servletContext;

        @Context
        private HttpServletRequest request;

        @Override
        public Response toResponse(E failure) {
            return WebApplicationContextUtils.getRequiredWebApplicationContext(servletContext)
                    .getBean(EngineProblemResponses.class)
                    .answer(failure, request);
        }
    }

    @Priority(1)
    public static class Any extends Mapper<Throwable> {}

    @Priority(1)
    public static class OfRest extends Mapper<RestException> {}

    @Priority(1)
    public static class OfEngine extends Mapper<ProcessEngineException> {}

    @Priority(1)
    public static class OfJsonParsing extends Mapper<JsonParseException> {}

    @Priority(1)
    public static class OfJsonMapping extends Mapper<JsonMappingException> {}
}
