package io.accountmigration.process.access;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Registers our answers to refusals and unknown instances in every Jersey application of this program: the engine's REST interface and the
 * same resources below its web applications. Found through the service file of its interface.
 */
public class EngineExceptionMappersFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(EngineExceptionMappers.Any.class, 1);
        context.register(EngineExceptionMappers.OfRest.class, 1);
        context.register(EngineExceptionMappers.OfEngine.class, 1);
        context.register(EngineExceptionMappers.OfJsonParsing.class, 1);
        context.register(EngineExceptionMappers.OfJsonMapping.class, 1);
        context.register(UnknownInstanceFilter.class);
        context.register(TaskReadFilter.class);
        context.register(ProgramGrantsFilter.class);
    }
}
