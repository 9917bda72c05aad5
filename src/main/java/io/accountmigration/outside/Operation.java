package io.accountmigration.outside;

import java.net.URI;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.http.HttpMethod;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriComponents;
import org.springframework.web.util.UriComponentsBuilder;

/** What is asked for: a method and a template of path and query. */
record Operation(HttpMethod method, String template) {

    private static final String VERSION = "/v1";

    /** Read once: the templates are known, and every call needs one. */
    private static final Map<String, UriComponents> TEMPLATES = new ConcurrentHashMap<>();

    /** The name for people and measurements, free of what is asked about. */
    String name() {
        return method + " " + path();
    }

    /** The address of the request; variables are encoded, so none can change another part of it. */
    URI at(String baseUrl, Object... variables) {
        var inPath = StringUtils.countOccurrencesOf(path(), "{");
        Arrays.stream(variables).limit(inPath).forEach(Operation::checkSegment);
        return TEMPLATES
                .computeIfAbsent(baseUrl + template, Operation::strict)
                .expand(variables)
                .toUri();
    }

    /**
     * The address of the next page, as an answer to this operation gave it: relative, encoded, with or without the
     * version that the path begins with.
     *
     * @throws IllegalArgumentException when it leads anywhere else than to this operation
     */
    URI next(String baseUrl, String link, Object... variables) {
        var query = link.indexOf('?');
        var own = StringUtils.split(at(baseUrl, variables).toString().substring(baseUrl.length()) + "?", "?")[0];
        if (query < 0 || !own.equals(link.substring(0, query)) && !own.equals(VERSION + link.substring(0, query))) {
            throw new IllegalArgumentException("leads elsewhere");
        }
        return URI.create(baseUrl + own + link.substring(query));
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

    private static UriComponents strict(String template) {
        return UriComponentsBuilder.fromUriString(template).encode().build();
    }
}
