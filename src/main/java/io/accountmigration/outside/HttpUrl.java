package io.accountmigration.outside;

/** Addresses of outside systems as they stand in the configuration. */
public final class HttpUrl {

    /** An absolute http or https address without query; its port may be written {@code {port}}: the program's own. */
    public static final String PATTERN = "https?://[^\\s/?#{}]+(:\\{port})?(/[^\\s?#{}]*)?";

    private HttpUrl() {}

    /** The scope of everything that was granted to the program at the host of this address. */
    public static String scopeOf(String url) {
        var path = url.indexOf('/', url.indexOf("://") + 3);
        return (path < 0 ? url : url.substring(0, path)) + "/.default";
    }
}
