package io.accountmigration.outside.cpp;

import static java.util.Objects.requireNonNull;

import io.accountmigration.publisher.Publisher;
import io.accountmigration.publisher.PublisherStatus;
import io.accountmigration.publisher.SettingsArea;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A publisher as the portal sends it. */
record PublisherAnswer(
        String publisherId,
        String displayName,
        PublisherStatus status,
        String mpnId,
        String accountId,
        Lock lock,
        Map<String, Map<String, Object>> settings) {

    PublisherAnswer {
        requireNonNull(publisherId);
        requireNonNull(displayName);
        requireNonNull(status);
        requireNonNull(settings);
    }

    /** Who holds the publisher, and until when. */
    record Lock(String caseId, Instant until) {

        Lock {
            requireNonNull(caseId);
        }
    }

    boolean isLockedBy(String caseId) {
        return currentLock().filter(held -> held.caseId().equals(caseId)).isPresent();
    }

    /** A lock whose end has passed may be shown all the same; it is held only where the portal says so. */
    private Optional<Lock> currentLock() {
        return Optional.ofNullable(lock).filter(held -> status == PublisherStatus.LOCKED);
    }

    boolean isSwitchedTo(String otherAccountId) {
        return status == PublisherStatus.READ_ONLY && otherAccountId.equals(accountId);
    }

    Publisher toPublisher(String version) {
        return new Publisher(
                publisherId,
                displayName,
                status,
                Optional.ofNullable(mpnId).filter(id -> !id.isBlank()),
                Optional.ofNullable(accountId),
                currentLock().map(Lock::caseId),
                settingsByArea(),
                version);
    }

    private Map<SettingsArea, Map<String, Object>> settingsByArea() {
        var byArea = new EnumMap<SettingsArea, Map<String, Object>>(SettingsArea.class);
        for (var area : SettingsArea.values()) {
            var found = settings.get(area.name().toLowerCase(Locale.ROOT));
            if (found != null) {
                byArea.put(area, found);
            }
        }
        return byArea;
    }
}
