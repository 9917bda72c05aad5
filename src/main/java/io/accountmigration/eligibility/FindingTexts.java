package io.accountmigration.eligibility;

import java.util.Locale;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.stereotype.Component;

/** The text of a finding, in English or Dutch. It is plain text: pages have to escape it. */
@Component
public class FindingTexts {

    private final ResourceBundleMessageSource texts = new ResourceBundleMessageSource();

    FindingTexts() {
        texts.setBasename("texts/findings");
        texts.setDefaultEncoding("UTF-8");
        texts.setFallbackToSystemLocale(false);
    }

    /** What was found and what to do about it, in one or two sentences. */
    public String text(Finding finding, Locale locale) {
        return say(finding, "text", locale);
    }

    /** How to resolve it, step by step. */
    public String steps(Finding finding, Locale locale) {
        return say(finding, "steps", locale);
    }

    private String say(Finding finding, String part, Locale locale) {
        var key = finding.code() + "." + part;
        if (finding.arguments().isEmpty()) {
            // A text that would name something has another for when it is not to be named.
            return texts.getMessage(key + ".unnamed", null, texts.getMessage(key, null, locale), locale);
        }
        return texts.getMessage(key, finding.arguments().toArray(), locale);
    }
}
