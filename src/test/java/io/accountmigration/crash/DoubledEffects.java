package io.accountmigration.crash;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.StreamSupport;

/** What was changed outside more than once, as the outside systems tell it. */
final class DoubledEffects {

    private static final String MEMBERS = "/usermembers";

    private DoubledEffects() {}

    /**
     * Each thing is changed once. Members are added one by one at the same address: as many as there are in the end and
     * were removed meanwhile.
     *
     * @param sheet the account as it is in the end
     * @param effects what was changed, with how often
     */
    static List<String> of(JsonNode sheet, Map<String, Long> effects) {
        var wrong = new ArrayList<String>();
        effects.forEach((write, times) -> {
            if (times > 1 && !write.endsWith(MEMBERS)) {
                wrong.add("doubled: " + times + " times " + write);
            }
        });
        var added = count(effects, "POST ");
        var most = membersThatWere(sheet) + count(effects, "DELETE ");
        if (added > most) {
            wrong.add("doubled members: " + added + " were added, and there are or were " + most);
        }
        var names = new HashSet<String>();
        for (var user : sheet.at("/partnerCenter/users")) {
            var name = user.path("userPrincipalName").asText().toLowerCase(Locale.ROOT);
            if (!names.add(name)) {
                wrong.add("doubled member: " + name);
            }
        }
        return wrong;
    }

    private static long count(Map<String, Long> effects, String method) {
        return effects.entrySet().stream()
                .filter(effect -> effect.getKey().contains(MEMBERS))
                .filter(effect -> effect.getKey().contains(method))
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Somebody who holds two roles was added twice. An account that was closed again tells no longer who they were. */
    private static long membersThatWere(JsonNode sheet) {
        var users = sheet.at("/partnerCenter/users");
        return users.isEmpty()
                ? sheet.at("/cpp/users").size()
                : StreamSupport.stream(users.spliterator(), false)
                        .mapToLong(user -> user.path("roles").size())
                        .sum();
    }
}
