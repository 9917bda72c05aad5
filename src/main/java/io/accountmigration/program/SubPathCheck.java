package io.accountmigration.program;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.env.Environment;

/**
 * Finds settings that put the program below a path of its host. Its pages, mails and web applications link from the root
 * of the host on, so that half of the links would lead elsewhere.
 */
final class SubPathCheck {

    private static final List<String> PATHS = List.of("server.servlet.context-path", "spring.mvc.servlet.path");
    private static final String BASE_URL = "notification.base-url";
    private static final String FORWARDED = "server.forward-headers-strategy";

    private SubPathCheck() {}

    /** The names of the settings, each with what has to be in their place. */
    static Map<String, String> settings(Environment environment) {
        var found = new LinkedHashMap<String, String>();
        for (var path : PATHS) {
            if (!isRoot(environment.getProperty(path, ""))) {
                found.put(path, "left out: the program works at the root of a host name only");
            }
        }
        if (!isRoot(pathOf(environment.getProperty(BASE_URL, "")))) {
            found.put(BASE_URL, "without a path: the program works at the root of a host name only");
        }
        if ("framework".equalsIgnoreCase(environment.getProperty(FORWARDED, "").strip())) {
            found.put(FORWARDED, "native, which takes no path from the header X-Forwarded-Prefix");
        }
        return found;
    }

    private static boolean isRoot(String path) {
        return path.isBlank() || path.strip().equals("/");
    }

    private static String pathOf(String url) {
        try {
            var path = new URI(url.strip()).getRawPath();
            return path == null ? "" : path;
        } catch (URISyntaxException noAddress) {
            // The code that reads the address reports what is wrong with it.
            return "";
        }
    }
}
