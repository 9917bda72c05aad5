package io.accountmigration.web.filter;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;

/** A request as a browser would have sent it that knows one language only. */
class RequestInLanguage extends HttpServletRequestWrapper {

    private final String language;

    RequestInLanguage(HttpServletRequest request, String language) {
        super(request);
        this.language = language;
    }

    @Override
    public Locale getLocale() {
        return Locale.forLanguageTag(language);
    }

    @Override
    public Enumeration<Locale> getLocales() {
        return Collections.enumeration(List.of(getLocale()));
    }

    @Override
    public String getHeader(String name) {
        return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name) ? language : super.getHeader(name);
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
        return HttpHeaders.ACCEPT_LANGUAGE.equalsIgnoreCase(name)
                ? Collections.enumeration(List.of(language))
                : super.getHeaders(name);
    }
}
