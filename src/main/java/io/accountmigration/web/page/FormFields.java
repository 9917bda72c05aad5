package io.accountmigration.web.page;

import io.accountmigration.publisher.RequestRefused;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The field of a form that a refusal is about. People know it by its label; its name is for programs. */
@Component
class FormFields {

    private static final Set<String> ABOUT_A_FIELD = Set.of(
            "FIELD_INVALID",
            "INPUT_TOO_LONG",
            "REASON_MISSING",
            "CAMPAIGN_NAME_MISSING",
            "WAVE_SIZE_INVALID",
            "START_RATE_INVALID",
            "BRAKE_RATE_INVALID");

    private static final Map<String, String> LABELS = Map.of(
            "name", "campaign.name",
            "publisherIds", "campaigns.publisherIds",
            "canarySize", "campaign.canarySize",
            "waveSize", "campaign.waveSize",
            "startsPerMinute", "campaign.startsPerMinute",
            "brakeFailureRate", "campaigns.brakeFailureRate",
            "action", "campaign.action",
            "reason", "campaign.reason",
            "userId", "sync.syncUser.label");

    private final MessageSource texts;

    FormFields(MessageSource texts) {
        this.texts = texts;
    }

    /** The name of the field, where the refusal is about one. */
    Optional<String> nameIn(RequestRefused refused) {
        return Optional.ofNullable(refused.subject())
                .filter(field -> ABOUT_A_FIELD.contains(refused.code()) && LABELS.containsKey(field));
    }

    /** The label of the field, in the quotation marks of the language. */
    String labelOf(String name, Locale locale) {
        var label = texts.getMessage(LABELS.get(name), null, locale);
        return texts.getMessage("form.field", new Object[] {label}, locale);
    }
}
