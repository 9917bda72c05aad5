package io.accountmigration.publisher;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A publisher account as Cloud Partner Portal knows it.
 *
 * @param id in the portal's own spelling
 * @param partnerId the partner's number in the Microsoft Partner Network, as typed by people: may be absent or wrong
 * @param accountId the Partner Center account it has moved to, once it has
 * @param lockedBy the case that holds the portal's lock, where one does
 * @param settings what is carried over, by area
 * @param version the portal's entity tag of this content; the switch is refused when it is stale
 */
public record Publisher(
        String id,
        String displayName,
        PublisherStatus status,
        Optional<String> partnerId,
        Optional<String> accountId,
        Optional<String> lockedBy,
        Map<SettingsArea, Map<String, Object>> settings,
        String version) {

    /**
     * How ids are compared: without regard to the case of the letters A to Z. Other letters make another id, though some
     * have a lower case among these, as the Kelvin sign has k.
     */
    public static String keyOf(String id) {
        return isAscii(id) ? id.toLowerCase(Locale.ROOT) : id;
    }

    /** Whether there can be a publisher of this id at all; one that only looks like another's cannot be. */
    static boolean canHaveId(String id) {
        return isAscii(id);
    }

    private static boolean isAscii(String text) {
        return StandardCharsets.US_ASCII.newEncoder().canEncode(text);
    }

    /** Whether Partner Center is the master already. */
    public boolean isMigrated() {
        return status == PublisherStatus.READ_ONLY;
    }

    /** Whether the portal is locked for this case. */
    public boolean isLockedBy(String caseId) {
        return lockedBy.filter(caseId::equals).isPresent();
    }
}
