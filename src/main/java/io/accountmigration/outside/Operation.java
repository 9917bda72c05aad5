package io.accountmigration.outside;

import java.net.URI;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.DefaultUriBuilderFactory.EncodingMode;

/** What is asked for: a method and a template of path and query. */
record Operation(HttpMethod method, String template) {

    private static final DefaultUriBuilderFactory URIS = strict();

    /** The name for people and measurements, free of what is asked about. */
    String name() {
        return method + " " + path();
    }

    /** The address of the request; whatever the variables hold, none of them leaves its place. */
    URI at(String baseUrl, Object... variables) {
        var inPath = StringUtils.countOccurrencesOf(path(), "{");
        Arrays.stream(variables).limit(inPath).forEach(Operation::checkSegment);
        return URIS.expand(baseUrl + template, variables);
    }

    private String path() {
        var query = template.indexOf('?');
        return query < 0 ? template : template.substring(0, query);
    }

    private static void checkSegment(Object variable) {
        if (!PathSegment.canCarry(String.valueOf(variable))) {
            throw new IllegalArgumentException("cannot stand in a path");
        }
    }

    private static DefaultUriBuilderFactory strict() {
        var factory = new DefaultUriBuilderFactory();
        factory.setEncodingMode(EncodingMode.TEMPLATE_AND_VALUES);
        return factory;
    }
}
