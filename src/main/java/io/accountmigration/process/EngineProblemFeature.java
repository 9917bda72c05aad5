package io.accountmigration.process;

import jakarta.ws.rs.core.FeatureContext;
import org.glassfish.jersey.internal.spi.ForcedAutoDiscoverable;

/**
 * Registers our answers to refusals in every Jersey application of this program: the engine's REST interface and the
 * same resources below its web applications. Found through the service file of its interface.
 */
public class EngineProblemFeature implements ForcedAutoDiscoverable {

    @Override
    public void configure(FeatureContext context) {
        context.register(EngineProblemMappers.Any.class, 1);
        context.register(EngineProblemMappers.OfRest.class, 1);
        context.register(EngineProblemMappers.OfEngine.class, 1);
        context.register(EngineProblemMappers.OfJsonParsing.class, 1);
        context.register(EngineProblemMappers.OfJsonMapping.class, 1);
    }
}
