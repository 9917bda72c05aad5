package io.accountmigration.web.page;

import jakarta.servlet.http.HttpServletResponse;

/** Has a page renew itself. People must be able to keep such a page still, so each of them has a link for that. */
public final class PageAutoRefresh {

    private PageAutoRefresh() {}

    /** Renews the page after so many seconds, or not at all where they are null. */
    public static void after(Integer seconds, HttpServletResponse response) {
        if (seconds != null) {
            response.setHeader("Refresh", seconds.toString());
        }
    }
}
