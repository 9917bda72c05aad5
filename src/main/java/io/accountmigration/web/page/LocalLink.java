package io.accountmigration.web.page;

import java.net.URI;

/**
 * A link to this program as the browser knows it. Links that also go out by mail carry the program's public address,
 * which need not be the one that this browser uses.
 */
public final class LocalLink {

    private LocalLink() {}

    public static String of(String url) {
        var uri = URI.create(url);
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        var fragment = uri.getRawFragment() == null ? "" : "#" + uri.getRawFragment();
        // Two slashes at the start would lead to another program.
        return uri.getRawPath().replaceFirst("^/*", "/") + query + fragment;
    }
}
