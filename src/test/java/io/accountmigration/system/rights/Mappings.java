package io.accountmigration.system.rights;

import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletRegistration;
import jakarta.ws.rs.core.Application;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.model.Resource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.context.WebApplicationContext;
import org.springframework.web.servlet.handler.SimpleUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/** Asks a running program for every call it takes: our own, the management's, and those of the engine. */
final class Mappings {

    private static final String APPLICATION = "jakarta.ws.rs.Application";

    static final List<String> VERBS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");
    /** Those that browsers send to a page; it refuses all others. */
    private static final List<String> VERBS_OF_PAGES = List.of("GET", "POST");

    /** A filter shows their pages, whatever the verb. */
    private static final List<String> WEB_APPLICATIONS = List.of("welcome", "tasklist", "cockpit", "admin");

    private static final List<String> ANSWERED_BY_FILTERS = List.of("/sign-in", "/sign-out");

    private final SortedSet<Mapping> found = new TreeSet<>();

    private Mappings() {}

    static SortedSet<Mapping> of(WebApplicationContext program) {
        var mappings = new Mappings();
        program.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(handlers -> handlers.getHandlerMethods().keySet().forEach(mappings::add));
        program.getBeansOfType(SimpleUrlHandlerMapping.class)
                .values()
                .forEach(files -> files.getUrlMap().keySet().forEach(path -> mappings.add("GET", path)));
        program.getBeansOfType(ResourceConfig.class).values().forEach(rest -> mappings.add("/engine-rest", rest));
        mappings.addServlets(program.getServletContext());
        WEB_APPLICATIONS.forEach(name -> VERBS_OF_PAGES.forEach(
                verb -> mappings.found.add(new Mapping(verb, "/camunda/app/" + name + "/default/"))));
        ANSWERED_BY_FILTERS.forEach(path -> mappings.add("POST", path));
        return mappings.found;
    }

    private void add(RequestMappingInfo mapping) {
        var verbs = mapping.getMethodsCondition().getMethods();
        for (var path : mapping.getPatternValues()) {
            if (verbs.isEmpty()) {
                // Handlers of every verb: one that reads and one that changes stand for all.
                add("GET", path);
                add("POST", path);
            }
            for (RequestMethod verb : verbs) {
                add(verb.name(), path);
            }
        }
    }

    private void addServlets(ServletContext servlets) {
        for (ServletRegistration servlet : servlets.getServletRegistrations().values()) {
            var application = servlet.getInitParameter(APPLICATION);
            if (application != null) {
                for (var path : servlet.getMappings()) {
                    add(path.replaceAll("/\\*$", ""), newApplication(application));
                }
            }
        }
    }

    private static Application newApplication(String name) {
        try {
            return (Application) Class.forName(name).getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new AssertionError(name, impossible);
        }
    }

    private void add(String base, Application application) {
        for (var type : application.getClasses()) {
            var resource = Resource.from(type);
            if (resource != null && resource.getPath() != null) {
                add(base, resource);
            }
        }
    }

    private void add(String base, Resource resource) {
        addAll(resource.getPath() == null ? base : base + "/" + resource.getPath(), resource);
    }

    /** What a locator leads to lies at the locator's path, whatever its own would be. */
    private void addAll(String path, Resource resource) {
        resource.getResourceMethods().forEach(method -> add(method.getHttpMethod(), path));
        var locator = resource.getResourceLocator();
        if (locator != null) {
            addAll(path, Resource.from(locator.getInvocable().getRawResponseType()));
        }
        resource.getChildResources().forEach(child -> add(path, child));
    }

    private void add(String verb, String path) {
        var plain = path.replaceAll("\\{\\s*([\\w-]+)\\s*(:[^}]*)?}", "{$1}").replaceAll("/{2,}", "/");
        found.add(new Mapping(verb, plain.length() > 1 ? plain.replaceAll("/$", "") : plain));
    }
}
