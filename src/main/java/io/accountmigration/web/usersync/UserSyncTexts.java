package io.accountmigration.web.usersync;

import io.accountmigration.usersync.SyncStep;
import io.accountmigration.usersync.comparison.DriftAction;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says in words what the sync notes in codes; what it has no words for is shown as it is. */
@Component
public class UserSyncTexts {

    private static final Pattern DECISION = Pattern.compile("(APPROVED|REJECTED) by (.+?): (.*)");
    private static final Pattern EFFECT = Pattern.compile("([A-Z]+) -> ([A-Z]+)");
    private static final Pattern CODE = Pattern.compile("([A-Z_]+)(?: (.+))?");

    private final MessageSource texts;

    UserSyncTexts(MessageSource texts) {
        this.texts = texts;
    }

    public String reason(String reason, Locale locale) {
        if (reason == null) {
            return "";
        }
        var decision = DECISION.matcher(reason);
        if (decision.matches()) {
            return say("sync.reason." + decision.group(1), reason, locale, decision.group(2), decision.group(3));
        }
        var effect = EFFECT.matcher(reason);
        if (effect.matches()) {
            return say("sync.effect", reason, locale, worth(effect.group(1), locale), worth(effect.group(2), locale));
        }
        var code = CODE.matcher(reason);
        return code.matches()
                ? say("sync.reason." + code.group(1), reason, locale, code.group(2) == null ? "" : code.group(2))
                : reason;
    }

    /** What was done for a user, in words; what an earlier version said in words already stays as it is. */
    String step(String line, Locale locale) {
        return SyncStep.in(line).map(step -> step(step, line, locale)).orElse(line);
    }

    private String step(SyncStep step, String line, Locale locale) {
        var values = step.values().stream()
                .map(value -> switch (step.kind()) {
                    case MAPPED, WRITTEN -> say("sync.worth." + value, value, locale);
                    case WAITS_FOR_OPERATOR -> reason(value, locale);
                    default -> value;
                })
                .toArray();
        return say("sync.step." + step.kind() + (isWithoutRoles(step) ? ".noRoles" : ""), line, locale, values);
    }

    private static boolean isWithoutRoles(SyncStep step) {
        return switch (step.kind()) {
            case MAPPED -> step.values().get(0).isEmpty();
            case READ -> step.values().get(1).isEmpty();
            default -> false;
        };
    }

    /** What a user has, or should have, in the portal. */
    String worth(String worth, Locale locale) {
        return worth == null ? say("sync.worth.NONE", "", locale) : say("sync.worth." + worth, worth, locale);
    }

    String operation(String name, Locale locale) {
        return say("sync.operation." + name, name, locale);
    }

    String subject(String subject, Locale locale) {
        return subject == null ? "" : say("sync.settings." + subject, subject, locale);
    }

    String action(DriftAction action, Locale locale) {
        return action == null ? "" : texts.getMessage("sync.action." + action, null, locale);
    }

    String notice(String key, Locale locale, Object... arguments) {
        return texts.getMessage("sync.notice." + key, arguments, locale);
    }

    private String say(String key, String otherwise, Locale locale, Object... arguments) {
        // What is shown as it is may hold braces, so it is no default that would be formatted.
        var text = texts.getMessage(key, arguments, null, locale);
        return text == null ? otherwise : text;
    }
}
