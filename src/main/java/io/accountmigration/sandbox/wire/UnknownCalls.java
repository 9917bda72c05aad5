package io.accountmigration.sandbox.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.accountmigration.sandbox.traffic.ErrorBodies;
import io.accountmigration.sandbox.traffic.WireCall;
import io.accountmigration.sandbox.traffic.WireSystem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;

/** Answers what no stand-in knows, so that even that looks like the outside. */
@Configuration(proxyBeanMethods = false)
@Profile("sandbox")
class UnknownCalls {

    private static final int AFTER_CONTROLLERS = 10;

    @Bean
    SimpleUrlHandlerMapping unknownWireCalls(ObjectMapper json) {
        HttpRequestHandler notFound = (request, response) -> notFound(json, request, response);
        var paths =
                Arrays.stream(WireSystem.allPaths()).collect(Collectors.toMap(Function.identity(), path -> notFound));
        return new SimpleUrlHandlerMapping(paths, AFTER_CONTROLLERS);
    }

    private static void notFound(ObjectMapper json, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var call = (WireCall) request.getAttribute(WireCall.ATTRIBUTE);
        var code = call.system() == WireSystem.PARTNER_CENTER ? "4004" : "ResourceNotFound";
        var message = "There is no " + call.method() + " " + call.path() + ".";
        response.setStatus(HttpServletResponse.SC_NOT_FOUND);
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        json.writeValue(response.getOutputStream(), ErrorBodies.of(call.system(), code, message));
    }
}
